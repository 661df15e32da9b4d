using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Platform.Cli.Tests.Releases;

/// <summary>Images of one pixel with words beside the picture, in each of the places where programs put them.</summary>
internal static class LeakingImages
{
    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    public static IEnumerable<(string Name, byte[] Content)> With(string words) =>
    [
        ("text.png", PngWith("tEXt", [.. "Comment\0"u8, .. Encoding.UTF8.GetBytes(words)])),
        ("packed.png", PngWith("zTXt", [.. "Comment\0\0"u8, .. Packed(words)])),
        ("international.png", PngWith("iTXt", [.. "XML:com.adobe.xmp\0\0\0\0\0"u8, .. Encoding.UTF8.GetBytes($"<x:xmpmeta><dc:description>{words}</dc:description></x:xmpmeta>")])),
        ("comment.jpg", JpegWith(0xfe, Encoding.UTF8.GetBytes(words))),
        ("xmp.jpg", JpegWith(0xe1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Encoding.UTF8.GetBytes($"<x:xmpmeta><dc:description>{words}</dc:description></x:xmpmeta>")])),
        ("exif.jpg", JpegWith(0xe1, [.. "Exif\0\0"u8, .. Tiff(0x010e, words)])),
        ("behind.png", [.. Png, .. Encoding.UTF8.GetBytes(words)]),
        ("drawing.svg", Encoding.UTF8.GetBytes($"<svg xmlns=\"http://www.w3.org/2000/svg\"><metadata>{words}</metadata></svg>")),
    ];

    /// <summary>A picture that says who took it, and one that says where.</summary>
    public static IEnumerable<(string Name, byte[] Content)> OfAPerson() =>
    [
        ("artist.jpg", JpegWith(0xe1, [.. "Exif\0\0"u8, .. Tiff(0x013b, "Somebody Else")])),
        ("place.jpg", JpegWith(0xe1, [.. "Exif\0\0"u8, .. Tiff(0x8825, "    ")])),
    ];

    private static byte[] PngWith(string type, byte[] data)
    {
        var chunk = new byte[12 + data.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        Encoding.ASCII.GetBytes(type, chunk.AsSpan(4));
        data.CopyTo(chunk, 8);
        var afterHeader = 8 + 12 + 13;
        return [.. Png[..afterHeader], .. chunk, .. Png[afterHeader..]];
    }

    private static byte[] JpegWith(byte marker, byte[] data)
    {
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(data.Length + 2));
        return [0xff, 0xd8, 0xff, marker, .. length, .. data, 0xff, 0xd9];
    }

    private static byte[] Tiff(ushort tag, string words)
    {
        var value = Encoding.UTF8.GetBytes(words + "\0");
        var tiff = new byte[26 + value.Length];
        "II*\0"u8.CopyTo(tiff);
        BinaryPrimitives.WriteInt32LittleEndian(tiff.AsSpan(4), 8);
        BinaryPrimitives.WriteUInt16LittleEndian(tiff.AsSpan(8), 1);
        BinaryPrimitives.WriteUInt16LittleEndian(tiff.AsSpan(10), tag);
        BinaryPrimitives.WriteUInt16LittleEndian(tiff.AsSpan(12), 2);
        BinaryPrimitives.WriteInt32LittleEndian(tiff.AsSpan(14), value.Length);
        BinaryPrimitives.WriteInt32LittleEndian(tiff.AsSpan(18), 26);
        value.CopyTo(tiff, 26);
        return tiff;
    }

    private static byte[] Packed(string words)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(Encoding.UTF8.GetBytes(words));
        }

        return packed.ToArray();
    }
}
