using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Platform.Core.Releases;

namespace Platform.Core.Packs;

/// <summary>A layer read from a stored release: a zip whose top folders are the layers.</summary>
public sealed class PackArchive : IPackFiles
{
    private readonly Dictionary<string, byte[]> entries;

    private PackArchive(string name, Dictionary<string, byte[]> entries) => (Name, this.entries) = (name, entries);

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Paths => field ??=
        [.. entries.Keys.Where(k => k.StartsWith(Name + "/", StringComparison.Ordinal)).Select(k => k[(Name.Length + 1)..]).Order(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public byte[] Read(string path) => entries[$"{Name}/{path}"];

    /// <inheritdoc/>
    public IPackFiles? Beside(string name) =>
        PackId.IsSlug(name) && entries.Keys.Any(k => k.StartsWith(name + "/", StringComparison.Ordinal)) ? new PackArchive(name, entries) : null;

    /// <summary>Opens a stored release on its topmost pack.</summary>
    public static PackArchive Open(string name, byte[] content)
    {
        using var zip = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
        return new(name, zip.Entries.ToDictionary(e => e.FullName, Bytes, StringComparer.Ordinal));
    }

    /// <summary>Opens the archive of packs in a release that was verified.</summary>
    /// <returns>Null where it holds no pack of this name.</returns>
    public static PackArchive? Unpack(string name, Stream archive)
    {
        var entries = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var entry in ReleaseArchive.Entries(archive))
        {
            using var content = new MemoryStream();
            entry.DataStream?.CopyTo(content);
            entries[entry.Name] = content.ToArray();
        }

        return entries.ContainsKey($"{name}/pack.yaml") ? new(name, entries) : null;
    }

    /// <summary>Packs layers into one zip, to be stored as a release.</summary>
    public static byte[] Write(IEnumerable<IPackFiles> layers)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, bytes) in layers.SelectMany(Files))
            {
                using var entry = zip.CreateEntry(path).Open();
                entry.Write(bytes);
            }
        }
        return stream.ToArray();
    }

    /// <summary>SHA-256 in hexadecimal over the names and contents of all files; two folders with equal files have one digest.</summary>
    public static string Digest(IEnumerable<IPackFiles> layers)
    {
        var lines = layers.SelectMany(Files).Select(f => $"{Convert.ToHexStringLower(SHA256.HashData(f.Bytes))}  {f.Path}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))));
    }

    private static IEnumerable<(string Path, byte[] Bytes)> Files(IPackFiles layer) =>
        layer.Paths.Select(p => ($"{layer.Name}/{p}", layer.Read(p)));

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var source = entry.Open();
        using var target = new MemoryStream();
        source.CopyTo(target);
        return target.ToArray();
    }
}
