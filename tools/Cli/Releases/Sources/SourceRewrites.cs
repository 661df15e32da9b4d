using System.Text.RegularExpressions;

namespace Platform.Cli.Releases.Sources;

/// <summary>The lines that name what stays behind: the solution, lists of modules, locked packages, and examples that name another pack than this one.</summary>
internal sealed partial class SourceRewrites(string pack, SourceSelection selection)
{
    private const string Solution = "Platform.sln";
    private const string ModuleList = "platform/Host/Modules.cs";
    private const string ConnectorList = "platform/Host/Connectors.cs";
    private const string LockFile = "packages.lock.json";

    private IEnumerable<string> Left => selection.ModulesLeft.Select(name => $"Platform.Modules.{name}").Concat(selection.ConnectorsLeft.Select(name => $"Platform.Connectors.{name}"));

    /// <returns>The file's text as it leaves; null if it leaves as it is.</returns>
    public string? Rewrite(string path, string file) => path switch
    {
        Solution => OfSolution(File.ReadAllText(file)),
        ModuleList when selection.ModulesLeft.Count > 0 => Without(selection.ModulesLeft, "Module", File.ReadAllText(file)),
        ConnectorList when selection.ConnectorsLeft.Count > 0 => Without(selection.ConnectorsLeft, "Connector", File.ReadAllText(file)),
        _ when Path.GetFileName(path) == LockFile && Left.Any() => LockedPackages.Without(Left, File.ReadAllText(file)),
        _ when selection.Strangers.Count > 0 && !IsOfPack(path) && NamesExamples().IsMatch(path) => OfExamples(path, File.ReadAllText(file)),
        _ => null,
    };

    private string OfSolution(string text)
    {
        var gone = Project().Matches(text).Where(m => m.Groups["path"].Value.EndsWith(".csproj", StringComparison.Ordinal) && !selection.Paths.Contains(m.Groups["path"].Value.Replace('\\', '/'))).ToList();
        var ids = gone.Select(m => m.Groups["id"].Value).ToList();
        var without = gone.Aggregate(text, (rest, m) => rest.Replace(m.Value, "", StringComparison.Ordinal));
        return string.Concat(without.Split('\n').Where(line => !ids.Exists(id => line.Contains(id, StringComparison.OrdinalIgnoreCase))).Select(line => line + "\n"))[..^1];
    }

    private static string Without(IReadOnlyList<string> left, string kind, string text) =>
        string.Join('\n', text.Split('\n').Where(line => !left.Any(name => line.Contains($"Platform.{kind}s.{name};", StringComparison.Ordinal) || line.Contains($"new {name}{kind}(", StringComparison.Ordinal))));

    // What a pack says is its own affair: it leaves as it was checked.
    private static bool IsOfPack(string path) => path.StartsWith("templates/packs/", StringComparison.Ordinal) && path.Split('/').Length > 3;

    // What one types to try something out is typed with the pack that is there.
    private string OfExamples(string path, string text) => path.EndsWith(".cs", StringComparison.Ordinal) ? selection.StrangerNames.ReplaceInCode(text, pack) : selection.StrangerNames.Replace(text, pack);

    [GeneratedRegex("""Project\("[^"]+"\) = "[^"]*", "(?<path>[^"]*)", "(?<id>[^"]*)"\r?\nEndProject\r?\n""")]
    private static partial Regex Project();

    [GeneratedRegex(@"^(tools/Cli/.*\.cs|platform/Host/HostSettings\.cs|platform/Host/Properties/.*\.json|([^/]+/)*[^/]+\.md|templates/module/.*|\.ci/run|infra/.*)$")]
    private static partial Regex NamesExamples();
}
