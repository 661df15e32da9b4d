using System.Text.RegularExpressions;
using Platform.Core.Packs;

namespace Platform.Cli.Releases;

/// <summary>What those read who come from an earlier version: what somebody wrote, then what the sources themselves say.</summary>
/// <param name="Written">A file of Markdown; null: nobody wrote any.</param>
/// <param name="Earlier">The sources of the release before this one; null: none was named.</param>
internal sealed partial record UpgradeNotes(string? Written, EarlierSources? Earlier)
{
    private const string Packs = "templates/packs";
    private const string Nothing = "none";

    /// <param name="layers">The names of the pack and of the packs below it.</param>
    /// <param name="files">The sources of the release.</param>
    public string Of(Pack pack, IReadOnlyList<string> layers, IReadOnlyCollection<string> files)
    {
        var notes = Written is null ? "" : File.ReadAllText(Written).TrimEnd() + "\n\n";
        return $"# {pack.Name} {pack.Version}\n\n{notes}{(Earlier is null ? OfAny(files) : Since(Earlier, pack, layers, files))}".ReplaceLineEndings("\n");
    }

    private static string OfAny(IEnumerable<string> files) => $"""
        ## The database

        Whatever version an instance comes from, it runs of these migrations those that it has not run yet; the version before this one may serve beside it meanwhile.

        {List(files.Where(path => Migration().IsMatch(path)).Select(Code))}

        """;

    private static string Since(EarlierSources earlier, Pack pack, IReadOnlyList<string> layers, IReadOnlyCollection<string> files)
    {
        var before = earlier.Read($"{Packs}/{pack.Name}/pack.yaml") is { } text && Version().Match(text) is { Success: true } found ? found.Groups["version"].Value : "the earlier sources";
        var changes = earlier.Changes(["platform", .. layers.Select(layer => $"{Packs}/{layer}")]);
        return $"""
            ## Services since {before}

            - new: {Services(changes['A'])}
            - changed: {Services(changes['M'])}
            - gone: {Services(changes['D'])}

            ## The database since {before}

            An instance runs these migrations; {before} may serve beside it meanwhile.

            {List(changes['A'].Where(path => files.Contains(path) && Migration().IsMatch(path)).Select(Code))}

            """;
    }

    private static string Services(IEnumerable<string> paths) =>
        string.Join(", ", paths.Select(path => Service().Match(path)).Where(m => m.Success).Select(m => m.Groups["id"].Value).Distinct().Order(StringComparer.Ordinal).Select(Code).DefaultIfEmpty(Nothing));

    private static string List(IEnumerable<string> lines) => string.Join('\n', lines.DefaultIfEmpty(Nothing).Select(line => $"- {line}"));

    private static string Code(string text) => $"`{text}`";

    [GeneratedRegex(@"^platform/.*Migrations/[^/]+\.sql$")]
    private static partial Regex Migration();

    [GeneratedRegex(@"^templates/packs/[^/]+/services/(?<id>.+)\.yaml$")]
    private static partial Regex Service();

    [GeneratedRegex(@"^version:\s*[""']?(?<version>[^\s""'#]+)", RegexOptions.Multiline)]
    private static partial Regex Version();
}
