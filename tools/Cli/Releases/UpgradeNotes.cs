using Platform.Core.Packs;

namespace Platform.Cli.Releases;

/// <summary>What those read who come from an earlier version: what somebody wrote, then what every build can say.</summary>
internal static class UpgradeNotes
{
    /// <param name="files">The sources of the release.</param>
    /// <param name="written">A file of Markdown, or null.</param>
    public static string Of(Pack pack, IReadOnlyDictionary<string, string> files, string? written)
    {
        var notes = written is null ? "" : File.ReadAllText(written).TrimEnd() + "\n\n";
        var migrations = files.Keys.Where(path => path.StartsWith("platform/", StringComparison.Ordinal) && path.EndsWith(".sql", StringComparison.Ordinal) && path.Contains("Migrations/", StringComparison.Ordinal));
        return $"""
            # {pack.Name} {pack.Version}

            {notes}## The database

            These migrations are in this release, in the folders of their owners. An instance runs those that it has not run yet; the version before this one may serve beside it meanwhile.

            {string.Join('\n', migrations.Select(path => $"- `{path}`"))}

            """.ReplaceLineEndings("\n");
    }
}
