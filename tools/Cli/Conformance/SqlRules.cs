using System.Text.RegularExpressions;

namespace Platform.Cli.Conformance;

/// <summary>What SQL of a module may say, as far as its texts show it.</summary>
internal static partial class SqlRules
{
    private static readonly Dictionary<string, string> Dialect = new()
    {
        [@"\bilike\b"] = "ilike is PostgreSQL's alone: keep a folded column and search by range",
        [@"\bnow\(\)"] = "now() is PostgreSQL's alone: @at is the act's instant",
        [@"::[a-z]"] = ":: is PostgreSQL's alone: write cast(... as ...)",
        [@"->>"] = "->> differs between the databases: read JSON in C#",
        [@"\blower\("] = "lower() folds differently: keep a folded column",
        [@"\b(greatest|least)\("] = "greatest and least are PostgreSQL's alone",
        [@"\b(auto_?increment|serial|generated\s+\w+\s+as\s+identity)\b"] = "counters differ: ids come from Guid.CreateVersion7()",
        [@"\bbegin\s+transaction\b|\bcommit\b"] = "transactions are the act's",
    };

    // What an act hands out to every module.
    private static readonly string[] Shared = ["platform_act_guard"];

    /// <param name="sql">A text of the code, or a migration.</param>
    /// <param name="prefix">Of the module's own tables.</param>
    /// <param name="tables">All tables there are.</param>
    public static IEnumerable<string> Faults(string sql, string prefix, IReadOnlyCollection<string> tables)
    {
        if (!Statement().IsMatch(sql))
        {
            yield break;
        }

        var plain = Comment().Replace(sql, "");
        foreach (var table in Named().Matches(plain).Select(m => m.Groups[1].Value).Distinct().Where(t => tables.Contains(t) && !t.StartsWith(prefix, StringComparison.Ordinal) && !Shared.Contains(t)))
        {
            yield return $"names the table {table}, which is not its own, in: {Short(plain)}";
        }

        foreach (var (pattern, why) in Dialect.Where(d => Regex.IsMatch(plain, d.Key, RegexOptions.IgnoreCase)))
        {
            yield return $"{why}, in: {Short(plain)}";
        }
    }

    private static string Short(string sql)
    {
        var line = Space().Replace(sql, " ").Trim();
        return line.Length <= 80 ? line : line[..80] + "...";
    }

    [GeneratedRegex(@"\b(select|insert\s+into|update|delete\s+from|create\s+(table|index|trigger)|alter\s+table|drop\s+table)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Statement();

    [GeneratedRegex(@"\b(?:from|join|into|update|table|on)\s+(\w+)", RegexOptions.IgnoreCase)]
    private static partial Regex Named();

    [GeneratedRegex("--.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
