using System.Security.Cryptography;
using System.Text;
using Platform.Core.Files;

namespace Platform.Core.Packs;

/// <summary>
/// An upgrade that was written, with everything that it replaced, in the hidden folder <c>.upgrade</c> of the pack: the way back, also
/// from one that was interrupted. A pack may come from others with such a folder in it: nothing is written but in files of the pack and
/// of the layers that it stands on, and through no link.
/// </summary>
/// <param name="folder">The pack's folder; its base's stand beside it.</param>
public sealed class SavedUpgrade(string folder)
{
    private const string Nothing = "-";
    private const string Finished = "finished";
    private const string PackFile = "pack.yaml";
    private readonly string root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));

    private string Name => Path.GetFileName(root);

    private string State => Path.Combine(root, ".upgrade");

    private string List => Path.Combine(State, "files.txt");

    /// <summary>True where there is a way back.</summary>
    public bool Exists => File.Exists(List);

    /// <summary>True where an upgrade was begun and did not come to its end: some files are of the new base, others of the old.</summary>
    public bool IsUnfinished => Exists && File.ReadLines(List).LastOrDefault() != Finished;

    /// <summary>What was interrupted goes back first: of what is half new nothing can be compared, and only here is it still whole.</summary>
    /// <exception cref="IOException">An upgrade was interrupted.</exception>
    public void DemandFinished()
    {
        if (IsUnfinished)
        {
            throw new IOException($"An upgrade of {Name} was interrupted; put back first what it had written: egov pack upgrade undo {root}");
        }
    }

    /// <summary>Saves what stands there, then writes. A way back from an earlier upgrade goes.</summary>
    /// <exception cref="IOException">An earlier one was interrupted, or a path is none of a file in a layer, or leads through a link: nothing was written. Or the disk refuses.</exception>
    public void Write(IReadOnlyList<FileChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        DemandFinished();
        // First what says which layers there are, from the topmost down: an upgrade that is interrupted between any two files knows its layers.
        changes = [.. changes.Where(c => c.Path == PackFile).Reverse().OrderByDescending(c => c.Layer == Name), .. changes.Where(c => c.Path != PackFile)];
        changes.ToList().ForEach(c => Demand($"{c.Layer}/{c.Path}"));
        Save(changes);
        foreach (var change in changes)
        {
            Put(Path.Combine(change.Layer, change.Path), change.After?.ToArray());
        }

        WriteList([.. Lines(changes), Finished]);
    }

    /// <summary>Files that are neither as they were before the upgrade nor as it wrote them: somebody changed them since.</summary>
    public IReadOnlyList<string> ChangedSince() =>
        [.. Saved().Where(f => Digest(At(f.Path)) is var now && now != f.Before && now != f.After).Select(f => f.Path)];

    /// <summary>Puts every file back byte by byte, also those of <see cref="ChangedSince"/>, and forgets the way back.</summary>
    /// <returns>How many files were put back.</returns>
    /// <exception cref="IOException">The list names what is no file of the pack and its layers; nothing was written.</exception>
    public int Undo()
    {
        var files = Saved();
        DemandOwn(files);
        var before = files.ConvertAll(f => (f.Path, Content: f.Before == Nothing ? null : Kept(f.Path, f.Before)));
        // In the opposite order, so that it knows its layers also when it is interrupted itself.
        before.Reverse();
        before.ForEach(f => Put(f.Path, f.Content));
        Forget();
        return files.Count;
    }

    // The list comes last: without it there was no upgrade.
    private void Save(IReadOnlyList<FileChange> changes)
    {
        Forget();
        // It is this machine's way back, nobody else's.
        DurableFile.Replace(Path.Combine(State, ".gitignore"), "*\n"u8);
        foreach (var change in changes.Where(c => c.Before is not null))
        {
            DurableFile.Replace(Path.Combine(State, "before", change.Layer, change.Path), change.Before!.Value.Span);
        }

        WriteList(Lines(changes));
    }

    private static IEnumerable<string> Lines(IReadOnlyList<FileChange> changes) => changes.Select(c => $"{Digest(c.Before)} {Digest(c.After)} {c.Layer}/{c.Path}");

    private void WriteList(IEnumerable<string> lines) => DurableFile.Replace(List, Encoding.UTF8.GetBytes(string.Concat(lines.Select(l => l + "\n"))));

    // And the list goes first.
    private void Forget()
    {
        if (Directory.Exists(State))
        {
            File.Delete(List);
            Directory.Delete(State, recursive: true);
        }
    }

    private List<(string Before, string After, string Path)> Saved()
    {
        var files = File.ReadAllLines(List).Where(l => l != Finished).Select(l => l.Split(' ', 3)).Select(p => p is [var before, var after, var path] ? (before, after, path) : throw new IOException($"{List} cannot be read.")).ToList();
        files.ForEach(f => Demand(f.path));
        return files;
    }

    // Of a link to somebody's key nobody knows the digest.
    private byte[] Kept(string path, string digest) => File.ReadAllBytes(Path.Combine(State, "before", path)) is var content && Digest(content) == digest
        ? content
        : throw new IOException($"What is kept of {path} is not what the upgrade replaced. Nothing was undone.");

    // What is as it was before needs no undoing: a new layer that an interrupted upgrade did not come to.
    private void DemandOwn(IEnumerable<(string Before, string After, string Path)> files)
    {
        var layers = PackLayers.Open(new PackFolder(root), new()).Layers.Select(l => l.Name).ToHashSet();
        if (files.FirstOrDefault(f => !layers.Contains(f.Path.Split('/')[0]) && Digest(At(f.Path)) != f.Before).Path is { } other)
        {
            throw new IOException($"{List} names {other}, which is of no layer of this pack: it was not written by an upgrade of it. Nothing was undone.");
        }
    }

    private void Demand(string path)
    {
        var parts = path.Split('/');
        if (parts.Length < 2 || !(parts[0] == Name || PackId.IsSlug(parts[0])) || path.Contains('\\', StringComparison.Ordinal) || parts.Any(part => part is "" or "." or ".."))
        {
            throw new IOException($"'{path}' is no file in a layer of a pack.");
        }

        // The pack's own folder is the one that was asked for, by whatever name.
        for (var length = parts[0] == Name ? 2 : 1; length <= parts.Length; length++)
        {
            if (new FileInfo(At(string.Join('/', parts[..length]))).LinkTarget is not null)
            {
                throw new IOException($"'{path}' leads through a symbolic link; a pack holds none.");
            }
        }
    }

    private string At(string path) => Path.Combine(Path.GetDirectoryName(root)!, path);

    private void Put(string path, byte[]? content)
    {
        var file = At(path);
        if (content is not null)
        {
            DurableFile.Replace(file, content);
            return;
        }

        if (File.Exists(file))
        {
            File.Delete(file);
        }

        for (var parent = Path.GetDirectoryName(file)!; parent != Path.GetDirectoryName(root) && Directory.Exists(parent) && !Directory.EnumerateFileSystemEntries(parent).Any(); parent = Path.GetDirectoryName(parent)!)
        {
            Directory.Delete(parent);
        }
    }

    private static string Digest(string file) => File.Exists(file) ? Digest(File.ReadAllBytes(file)) : Nothing;

    private static string Digest(ReadOnlyMemory<byte>? content) => content is { } bytes ? Convert.ToHexStringLower(SHA256.HashData(bytes.Span)) : Nothing;
}
