using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Platform.Cli.Releases.Screening;

/// <summary>What an image carries beside its picture: text chunks of PNG, Exif, XMP, IPTC and comments of JPEG and WebP, comments of GIF.</summary>
internal static class ImageMetadata
{
    /// <summary>Put before words that say where, by whom or with what a picture was taken.</summary>
    public const string PersonalMark = "image data about a person or place: ";

    private const int LongestText = 4 << 20;
    private const int MostTries = 200;
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G'];
    private static readonly byte[] Jpeg = [0xff, 0xd8, 0xff];

    public static bool IsImage(byte[] content) => content.AsSpan().StartsWith(Png) || content.AsSpan().StartsWith(Jpeg) || IsWebP(content) || content.AsSpan().StartsWith("GIF8"u8);

    /// <summary>A broken image is read as far as it goes, then as any bytes.</summary>
    public static IEnumerable<string> Read(byte[] content)
    {
        try
        {
            return [.. Parts(content).SelectMany(part => Exif.Personal(part).Select(words => PersonalMark + words).Concat(Passages.Strings(part)))];
        }
        catch (Exception error) when (error is ArgumentOutOfRangeException or InvalidDataException or IndexOutOfRangeException)
        {
            return Passages.Strings(content);
        }
    }

    private static IEnumerable<byte[]> Parts(byte[] content) =>
        content.AsSpan().StartsWith(Png) ? PngChunks(content) : content.AsSpan().StartsWith(Jpeg) ? JpegSegments(content) : IsWebP(content) ? WebPChunks(content) : [content];

    private static bool IsWebP(byte[] content) => content.Length > 16 && content.AsSpan().StartsWith("RIFF"u8) && content.AsSpan(8).StartsWith("WEBP"u8);

    // What stands behind the end of the picture is no picture.
    private static IEnumerable<byte[]> PngChunks(byte[] content)
    {
        var at = 8;
        while (at + 8 <= content.Length)
        {
            var (length, type) = (BinaryPrimitives.ReadInt32BigEndian(content.AsSpan(at)), Encoding.ASCII.GetString(content, at + 4, 4));
            var data = content.AsSpan(at + 8, length).ToArray();
            at += 12 + length;
            switch (type)
            {
                case "tEXt" or "eXIf":
                    yield return data;
                    break;
                case "iTXt" or "zTXt":
                    yield return data;
                    yield return Inflated(data);
                    break;
            }

            if (type == "IEND")
            {
                yield return content[Math.Min(at, content.Length)..];
                yield break;
            }
        }
    }

    // Where the packed text begins depends on what stands before it: the first place from which it unpacks is it. What is too long to be one is read so far.
    private static byte[] Inflated(byte[] data)
    {
        var tries = 0;
        for (var start = Array.IndexOf(data, (byte)0x78); start >= 0 && tries++ < MostTries; start = Array.IndexOf(data, (byte)0x78, start + 1))
        {
            try
            {
                using var zlib = new ZLibStream(new MemoryStream(data, start, data.Length - start), CompressionMode.Decompress);
                var unpacked = new byte[LongestText];
                return unpacked[..zlib.ReadAtLeast(unpacked, LongestText, throwOnEndOfStream: false)];
            }
            catch (InvalidDataException)
            {
                continue;
            }
        }

        return [];
    }

    private static IEnumerable<byte[]> JpegSegments(byte[] content)
    {
        var at = 2;
        while (at + 4 <= content.Length && content[at] == 0xff && content[at + 1] != 0xda)
        {
            var (marker, length) = (content[at + 1], BinaryPrimitives.ReadUInt16BigEndian(content.AsSpan(at + 2)));
            if (marker is >= 0xe1 and <= 0xef or 0xfe)
            {
                yield return content.AsSpan(at + 4, length - 2).ToArray();
            }

            at += 2 + length;
        }

        if (content.AsSpan().LastIndexOf([(byte)0xff, (byte)0xd9]) is var end and >= 0)
        {
            yield return content[(end + 2)..];
        }
    }

    private static IEnumerable<byte[]> WebPChunks(byte[] content)
    {
        for (var at = 12; at + 8 <= content.Length;)
        {
            var (type, length) = (Encoding.ASCII.GetString(content, at, 4), BinaryPrimitives.ReadInt32LittleEndian(content.AsSpan(at + 4)));
            if (length < 0)
            {
                throw new InvalidDataException("A chunk cannot have less than no bytes.");
            }

            if (type is "EXIF" or "XMP ")
            {
                yield return content.AsSpan(at + 8, length).ToArray();
            }

            at += 8 + length + (length & 1);
        }
    }
}
