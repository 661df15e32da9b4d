using System.IO.Compression;

namespace Platform.Cli.Releases.Screening;

/// <summary>A file that holds others in packed form: zip (and what is one inside, as xlsx, docx, odt, nupkg) and gzip.</summary>
/// <param name="Files">Named <c>parcel!/file</c>.</param>
/// <param name="Unread">Why not all of it could be looked into; null: all was.</param>
internal sealed record Parcel(IReadOnlyList<(string Path, byte[] Content)> Files, string? Unread)
{
    private const string Separator = "!/";
    private const int Deepest = 3;
    private static readonly byte[] GzipMark = [0x1f, 0x8b, 0x08];
    private const long Largest = 64 << 20;

    /// <returns>Null where the file is none.</returns>
    public static Parcel? Open(string path, byte[] content)
    {
        var isZip = content.AsSpan().StartsWith("PK\x03\x04"u8);
        if (!isZip && !content.AsSpan().StartsWith(GzipMark))
        {
            return null;
        }

        if (path.Split(Separator).Length > Deepest)
        {
            return new([], $"packed more than {Deepest} times");
        }

        var files = new List<(string, byte[])>();
        try
        {
            return new(files, isZip ? Zip(path, content, files) : Gzip(path, content, files));
        }
        catch (Exception error) when (error is InvalidDataException or NotSupportedException)
        {
            return new(files, "packed, and cannot be unpacked");
        }
    }

    private static string? Zip(string path, byte[] content, List<(string, byte[])> files)
    {
        using var zip = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
        var left = Largest;
        foreach (var entry in zip.Entries.Where(e => !e.FullName.EndsWith('/')))
        {
            using var packed = entry.Open();
            if (Unpacked(packed, left) is not { } bytes)
            {
                return TooLarge;
            }

            left -= bytes.Length;
            files.Add((path + Separator + entry.FullName, bytes));
        }

        return zip.Entries.Any(e => e.IsEncrypted) ? "encrypted" : null;
    }

    private static string? Gzip(string path, byte[] content, List<(string, byte[])> files)
    {
        using var packed = new GZipStream(new MemoryStream(content), CompressionMode.Decompress);
        if (Unpacked(packed, Largest) is not { } bytes)
        {
            return TooLarge;
        }

        files.Add((path + Separator + Path.GetFileNameWithoutExtension(path), bytes));
        return null;
    }

    private static string TooLarge => $"unpacks to more than {Largest >> 20} MB";

    /// <returns>Null where it is more than that.</returns>
    private static byte[]? Unpacked(Stream packed, long most)
    {
        using var unpacked = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int count; (count = packed.Read(buffer)) > 0;)
        {
            unpacked.Write(buffer, 0, count);
            if (unpacked.Length > most)
            {
                return null;
            }
        }

        return unpacked.ToArray();
    }
}
