using System.Formats.Tar;
using System.IO.Compression;

namespace Platform.Core.Releases;

/// <summary>The archives inside a release: tar in the form ustar, packed with gzip; files only, in the order of their names, all of one time and no owner.</summary>
public static class ReleaseArchive
{
    private const UnixFileMode Plain = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode Program = Plain | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>Writes the same bytes for the same files, with the same version of .NET: its gzip may pack differently in another.</summary>
    /// <param name="files">Path inside the archive, with <c>/</c>, and the file; what may be executed stays so.</param>
    /// <exception cref="IOException">A file cannot be read, or its path is longer than ustar allows.</exception>
    public static void Pack(Stream output, IEnumerable<KeyValuePair<string, string>> files, DateTimeOffset date, CompressionLevel level = CompressionLevel.Optimal)
    {
        using var packed = new GZipStream(output, level, leaveOpen: true);
        using var tar = new TarWriter(packed, TarEntryFormat.Ustar);
        foreach (var (path, file) in files.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            using var content = File.OpenRead(file);
            tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, path) { Mode = IsProgram(file) ? Program : Plain, ModificationTime = date, DataStream = content });
        }
    }

    /// <summary>Unpacks into a folder.</summary>
    /// <exception cref="ReleaseRefusedException">An entry is no file, would lie outside the folder, or is there twice.</exception>
    public static void Unpack(Stream archive, string folder)
    {
        foreach (var entry in Entries(archive))
        {
            var path = Path.Combine(folder, entry.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            entry.ExtractToFile(path, overwrite: false);
        }
    }

    /// <summary>What is in an archive; each entry can be read until the next one is asked for.</summary>
    /// <exception cref="ReleaseRefusedException">An entry is no file, would lie outside a folder, or is there twice.</exception>
    public static IEnumerable<TarEntry> Entries(Stream archive)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        using var unpacked = new GZipStream(archive, CompressionMode.Decompress, leaveOpen: true);
        using var tar = new TarReader(unpacked);
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.EntryType != TarEntryType.RegularFile || !IsInside(entry.Name) || !seen.Add(entry.Name))
            {
                throw new ReleaseRefusedException($"An archive of the release holds '{entry.Name}', which is no file, has no place in a folder, or is there twice.");
            }

            yield return entry;
        }
    }

    // Rooted names and names with "." or ".." in them have an empty or dotted part, or those of another system's paths.
    private static bool IsInside(string name) => !name.AsSpan().ContainsAny('\\', ':') && name.Split('/').All(part => part is not ("" or "." or ".."));

    private static bool IsProgram(string file) => !OperatingSystem.IsWindows() && File.GetUnixFileMode(file).HasFlag(UnixFileMode.UserExecute);
}
