using System.Text.RegularExpressions;

namespace Platform.Cli.Releases.Sources;

/// <summary>
/// Which files of tests, and of tools that made a pack's data, cannot come because they speak of what stays behind; with them those that use what they declare,
/// and projects of which nothing is left or that refer to such a one.
/// </summary>
internal sealed partial class TestSelection
{
    // Names every project, and loses those that stay behind.
    private const string Locked = "/packages.lock.json";

    private readonly Dictionary<string, string> texts;
    private readonly List<string> suites;
    private readonly HashSet<string> left;

    /// <param name="speaks">Whether a text speaks of what stays behind.</param>
    public TestSelection(SourceFiles all, Func<string, bool> speaks)
    {
        texts = all.Paths.Where(p => Of().IsMatch(p) && Text().IsMatch(p) && !p.EndsWith(Locked, StringComparison.Ordinal)).ToDictionary(p => p, p => File.ReadAllText(all.FileOf(p)));
        suites = [.. texts.Keys.Where(p => p.EndsWith(".Tests.csproj", StringComparison.Ordinal)).Select(FolderOf)];
        left = [.. texts.Where(t => speaks(t.Key) || speaks(t.Value)).Select(t => t.Key)];
        while (Dependants().ToList() is { Count: > 0 } more)
        {
            left.UnionWith(more);
        }
    }

    /// <summary>Paths of files, and of folders with <c>/</c> at the end.</summary>
    public IReadOnlySet<string> Left => left;

    public bool Leaves(string path) => left.Contains(path) || left.Any(folder => folder.EndsWith('/') && path.StartsWith(folder, StringComparison.Ordinal));

    private IEnumerable<string> Dependants()
    {
        var gone = texts.Where(t => Leaves(t.Key)).SelectMany(t => NamesIn(t.Key, t.Value).Select(name => (SuiteOf(t.Key), name))).ToHashSet();
        var users = texts.Where(t => t.Key.EndsWith(".cs", StringComparison.Ordinal) && !Leaves(t.Key) && Word().Matches(t.Value).SelectMany(m => m.Value.Split('.').Append(m.Value)).Any(word => gone.Contains(("", word)) || gone.Contains((SuiteOf(t.Key), word)))).Select(t => t.Key);
        var projects = texts.Where(t => t.Key.EndsWith(".csproj", StringComparison.Ordinal) && !left.Contains(FolderOf(t.Key)) && (Leaves(t.Key) || IsEmpty(t.Key) || RefersToLeft(t.Value))).Select(t => FolderOf(t.Key));
        return users.Concat(projects);
    }

    // What many files are called, or what is a word like any other, names none of them.
    private static IEnumerable<string> NamesIn(string path, string text) =>
        path.EndsWith(".cs", StringComparison.Ordinal) ? Declared().Matches(text).Select(m => m.Groups["name"].Value) : new[] { Path.GetFileName(path) }.Where(name => name != "README.md" && name.Contains('.', StringComparison.Ordinal));

    // What a suite declares no other sees; what is in no suite all of them do.
    private string SuiteOf(string path) => suites.Find(suite => path.StartsWith(suite, StringComparison.Ordinal)) ?? "";

    private bool IsEmpty(string project) =>
        texts.Keys.Any(p => IsCodeOf(project, p)) && texts.Keys.Where(p => IsCodeOf(project, p)).All(Leaves);

    private bool RefersToLeft(string project) => texts.Keys.Where(p => IsCompiled(p) && Leaves(p)).Any(p => project.Contains($"/{Path.GetFileName(p)}\"", StringComparison.Ordinal));

    private static bool IsCompiled(string path) => path.EndsWith(".csproj", StringComparison.Ordinal) || path.EndsWith(".cs", StringComparison.Ordinal);

    private static bool IsCodeOf(string project, string path) => path.EndsWith(".cs", StringComparison.Ordinal) && path.StartsWith(FolderOf(project), StringComparison.Ordinal);

    private static string FolderOf(string path) => Path.GetDirectoryName(path)!.Replace('\\', '/') + "/";

    [GeneratedRegex(@"\b(class|record struct|record|struct|interface|enum)\s+(?<name>[A-Z]\w+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Declared();

    [GeneratedRegex(@"^(tests/|tools/data/|templates/module/[^/]+\.Tests/)")]
    private static partial Regex Of();

    [GeneratedRegex(@"[\w.-]*\w")]
    private static partial Regex Word();

    [GeneratedRegex(@"\.(cs|cshtml|csproj|props|md|mjs|js|json|yaml|yml|txt|csv|sql|sh|hbs|po|lua|pgbench)$|/[^.]+$")]
    private static partial Regex Text();
}
