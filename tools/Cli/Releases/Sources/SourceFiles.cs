using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Platform.Cli.Releases.Sources;

/// <summary>The files that a release is made of, and where they come from.</summary>
/// <param name="Root">The repository's folder, or that of a source archive.</param>
/// <param name="Paths">Below it, with <c>/</c>, in order; nothing that a build has written.</param>
/// <param name="Commit">Ends with <c>+changes</c> where something differs from it.</param>
/// <param name="Date">When it was committed.</param>
internal sealed record SourceFiles(string Root, IReadOnlyList<string> Paths, string Commit, DateTimeOffset Date)
{
    /// <summary>In a source archive, beside its files: which commit they are of, and their digest.</summary>
    public const string Note = "SOURCE";

    // What an upgrade of a pack has replaced, kept to undo it.
    private const string WayBack = ".upgrade";
    // As for git's own archives.
    private const string NotToTravel = ":(exclude,attr:export-ignore)";
    private const string Changed = "+changes";
    private const int ShownChanges = 10;
    private static readonly string[] Written = ["bin", "obj", "node_modules", "data", "artifacts", "TestResults", ".git", ".vs", ".idea", WayBack];

    /// <exception cref="ReleaseBuildException">Something is not committed and that was not allowed, or nobody knows which version of the sources this is.</exception>
    public static SourceFiles Read(string root, bool allowChanges)
    {
        var files = Path.Exists(Path.Combine(root, ".git")) ? FromRepository(root)
            : File.Exists(Path.Combine(root, Note)) ? FromArchive(root)
            : throw new ReleaseBuildException($"{Path.GetFullPath(root)} is neither a git repository nor an unpacked source archive: nobody could say which sources the release has. Run it at the root, or give --root.");
        return allowChanges || !files.Commit.EndsWith(Changed, StringComparison.Ordinal) ? files : throw new ReleaseBuildException(Refusal(root));
    }

    public string FileOf(string path) => Path.Combine(Root, path);

    /// <summary>What <see cref="Note"/> says for files in a folder.</summary>
    public static string NoteOf(string root, string commit, DateTimeOffset date, IEnumerable<string> paths) =>
        $"commit: {commit}\nsource-date: {date.ToUniversalTime().ToString("u", CultureInfo.InvariantCulture)}\nfiles: {Digest(root, paths)}\n";

    private static SourceFiles FromRepository(string root)
    {
        var git = new Tool("git", root);
        var committed = git.Run("log", "-1", "--format=%H %cI").Trim().Split(' ');
        var paths = git.Run("ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", ".", NotToTravel).Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Where(path => !path.Split('/').Contains(WayBack)).Distinct().Order(StringComparer.Ordinal).ToList();
        DemandNoLinks(root, paths);
        paths.RemoveAll(path => !File.Exists(Path.Combine(root, path)));
        return new(root, [.. paths], committed[0] + (Changes(git).Length > 0 ? Changed : ""), DateTimeOffset.Parse(committed[1], CultureInfo.InvariantCulture));
    }

    private static SourceFiles FromArchive(string root)
    {
        var note = File.ReadLines(Path.Combine(root, Note)).Select(line => line.Split(": ", 2)[1]).ToList();
        var paths = Walk(root, "").Where(path => path != Note).Order(StringComparer.Ordinal).ToList();
        DemandNoLinks(root, paths);
        var commit = Digest(root, paths) == note[2] || note[0].EndsWith(Changed, StringComparison.Ordinal) ? note[0] : note[0] + Changed;
        return new(root, paths, commit, DateTimeOffset.Parse(note[1], CultureInfo.InvariantCulture));
    }

    private static IEnumerable<string> Walk(string root, string below)
    {
        var folder = new DirectoryInfo(Path.Combine(root, below));
        var files = folder.EnumerateFileSystemInfos().Where(entry => entry.LinkTarget is not null || (entry is FileInfo && entry.Extension != ".egov")).Select(entry => below + entry.Name);
        var folders = folder.EnumerateDirectories().Where(d => d.LinkTarget is null && !Written.Contains(d.Name) && below + d.Name is not ("platform/Web/wwwroot" or "keys"));
        return files.Concat(folders.SelectMany(d => Walk(root, $"{below}{d.Name}/")));
    }

    // What a link leads to may be any file of this machine, and would travel along.
    private static void DemandNoLinks(string root, IEnumerable<string> paths)
    {
        var links = paths.SelectMany(path => path.Split('/').Select((_, i) => string.Join('/', path.Split('/')[..(i + 1)]))).Distinct()
            .Where(path => new FileInfo(Path.Combine(root, path)).LinkTarget is not null).Take(ShownChanges).ToList();
        if (links.Count > 0)
        {
            throw new ReleaseBuildException($"A release holds files, and these are symbolic links: {string.Join(", ", links)}. Put the files themselves there.");
        }
    }

    private static string Digest(string root, IEnumerable<string> paths)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in paths)
        {
            using var content = File.OpenRead(Path.Combine(root, path));
            hash.AppendData(Encoding.UTF8.GetBytes($"{Convert.ToHexStringLower(SHA256.HashData(content))}  {path}\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string[] Changes(Tool git) => git.Run("status", "--porcelain", "--untracked-files=all").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string Refusal(string root)
    {
        var changes = Path.Exists(Path.Combine(root, ".git")) ? Changes(new("git", root)) : ["   (the files differ from those of the source archive)"];
        return $"Not everything is committed, so nobody could say later what this release was made of:\n{string.Join('\n', changes.Take(ShownChanges))}{(changes.Length > ShownChanges ? "\n..." : "")}\nCommit it, or take it as it is with --allow-changes; the release then says so.";
    }
}
