namespace Platform.Core.Packs;

/// <summary>A layer read from a folder. Hidden files are passed over.</summary>
public sealed class PackFolder(string folder) : IPackFiles
{
    private readonly string root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));

    /// <inheritdoc/>
    public string Name => Path.GetFileName(root);

    /// <inheritdoc/>
    public IReadOnlyList<string> Paths => field ??=
        [.. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Select(p => Path.GetRelativePath(root, p).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(p => !p.Split('/').Any(part => part.StartsWith('.')))
            .Order(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public byte[] Read(string path) => File.ReadAllBytes(Path.Combine(root, path));

    /// <inheritdoc/>
    public IPackFiles? Beside(string name)
    {
        var folder = Path.Combine(Path.GetDirectoryName(root) ?? root, name);
        return Directory.Exists(folder) ? new PackFolder(folder) : null;
    }
}
