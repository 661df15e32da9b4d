namespace Platform.Core.Packs;

/// <summary>A layer read from a folder. Hidden files are passed over, and no symbolic link is followed: it could lead to any file of the machine.</summary>
public sealed class PackFolder(string folder) : IPackFiles
{
    private readonly string root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));

    /// <inheritdoc/>
    public string Name => Path.GetFileName(root);

    /// <inheritdoc/>
    public IReadOnlyList<string> Paths => field ??= [.. Entries.Where(e => e.LinkTarget is null).Select(PathOf).Order(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public IReadOnlyList<string> Links => [.. Entries.Where(e => e.LinkTarget is not null).Select(PathOf).Order(StringComparer.Ordinal)];

    private IReadOnlyList<FileSystemInfo> Entries => field ??= [.. Walk(new(root))];

    /// <inheritdoc/>
    public byte[] Read(string path) => File.ReadAllBytes(Path.Combine(root, path));

    /// <inheritdoc/>
    public IPackFiles? Beside(string name)
    {
        var folder = Path.Combine(Path.GetDirectoryName(root) ?? root, name);
        return PackId.IsSlug(name) && Directory.Exists(folder) ? new PackFolder(folder) : null;
    }

    private string PathOf(FileSystemInfo entry) => Path.GetRelativePath(root, entry.FullName).Replace(Path.DirectorySeparatorChar, '/');

    private static IEnumerable<FileSystemInfo> Walk(DirectoryInfo folder) =>
        folder.EnumerateFileSystemInfos().Where(e => !e.Name.StartsWith('.')).SelectMany(e => e is DirectoryInfo { LinkTarget: null } below ? Walk(below) : [e]);
}
