using System.Security.Cryptography;

namespace Platform.Core.Packs;

/// <summary>
/// An upgrade that was written, with everything that it replaced, in the hidden folder <c>.upgrade</c> of the pack: the way back, also
/// from one that was interrupted.
/// </summary>
/// <param name="folder">The pack's folder; its base's stand beside it.</param>
public sealed class SavedUpgrade(string folder)
{
    private const string Nothing = "-";
    private readonly string root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));

    private string State => Path.Combine(root, ".upgrade");

    private string List => Path.Combine(State, "files.txt");

    /// <summary>True where there is a way back.</summary>
    public bool Exists => File.Exists(List);

    /// <summary>Saves what stands there, then writes. A way back from an earlier upgrade goes.</summary>
    public void Write(IReadOnlyList<FileChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        Save(changes);
        foreach (var change in changes)
        {
            Put(Path.Combine(change.Layer, change.Path), change.After?.ToArray());
        }
    }

    /// <summary>Files that are neither as they were before the upgrade nor as it wrote them: somebody changed them since.</summary>
    public IReadOnlyList<string> ChangedSince() =>
        [.. Saved().Where(f => Digest(At(f.Path)) is var now && now != f.Before && now != f.After).Select(f => f.Path)];

    /// <summary>Puts every file back byte by byte, also those of <see cref="ChangedSince"/>, and forgets the way back.</summary>
    /// <returns>How many files were put back.</returns>
    public int Undo()
    {
        var files = Saved();
        foreach (var file in files)
        {
            Put(file.Path, file.Before == Nothing ? null : File.ReadAllBytes(Path.Combine(State, "before", file.Path)));
        }

        Directory.Delete(State, recursive: true);
        return files.Count;
    }

    // The list comes last: without it there was no upgrade.
    private void Save(IReadOnlyList<FileChange> changes)
    {
        if (Directory.Exists(State))
        {
            Directory.Delete(State, recursive: true);
        }

        Directory.CreateDirectory(State);
        foreach (var change in changes.Where(c => c.Before is not null))
        {
            var copy = Path.Combine(State, "before", change.Layer, change.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.WriteAllBytes(copy, change.Before!.Value.Span);
        }

        File.WriteAllLines(List + ".new", changes.Select(c => $"{Digest(c.Before)} {Digest(c.After)} {c.Layer}/{c.Path}"));
        File.Move(List + ".new", List);
    }

    private List<(string Before, string After, string Path)> Saved() =>
        [.. File.ReadAllLines(List).Select(l => l.Split(' ', 3)).Select(p => (p[0], p[1], p[2]))];

    private string At(string path) => Path.Combine(Path.GetDirectoryName(root)!, path);

    private void Put(string path, byte[]? content)
    {
        var file = At(path);
        if (content is not null)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, content);
            return;
        }

        File.Delete(file);
        for (var parent = Path.GetDirectoryName(file)!; parent != Path.GetDirectoryName(root) && Directory.Exists(parent) && !Directory.EnumerateFileSystemEntries(parent).Any(); parent = Path.GetDirectoryName(parent)!)
        {
            Directory.Delete(parent);
        }
    }

    private static string Digest(string file) => File.Exists(file) ? Digest(File.ReadAllBytes(file)) : Nothing;

    private static string Digest(ReadOnlyMemory<byte>? content) => content is { } bytes ? Convert.ToHexStringLower(SHA256.HashData(bytes.Span)) : Nothing;
}
