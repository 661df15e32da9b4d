using Platform.Cli.Import.Keeping;

namespace Platform.Cli.Import.Services;

/// <summary>Says what came of an import: every row in one of three counts, every thing in one of seven, and what somebody should look at.</summary>
internal static class ImportSummary
{
    private const int MostLines = 20;

    private static readonly (Fate Fate, string Words)[] Words =
    [
        (Fate.New, "new"), (Fate.Changed, "changed"), (Fate.Same, "the same"), (Fate.Edited, "edited here"),
        (Fate.Both, "changed here and in the source"), (Fate.Foreign, "not from this import"), (Fate.Removed, "taken out here"),
    ];

    public static void Write(ImportResult result, string pack, TextWriter output)
    {
        Lines(output, [.. Refused(result)], "refused rows");
        Lines(output, [.. result.Left.Select(l => $"left {l.Key}: {Why(l.Fate)}"), .. result.Gone.Select(g => $"left {g}: the source no longer has it; delete the file if it is to go")], "things that were left");
        Rows(output, "organizations", result.OrganizationRows);
        Rows(output, "services", result.ServiceRows);
        Things(output, "organizations", result.Organizations);
        Things(output, "services", result.Services);
        Things(output, "translations", result.Texts);
        var titles = result.Untranslated.Count(w => w.Address.EndsWith("#title", StringComparison.Ordinal));
        output.WriteLine(Said($"untranslated: {titles} titles, {result.Untranslated.Count - titles} other texts"));
        output.WriteLine(result.ChangedNothing ? "Nothing was changed: the pack stands as the source and the people who edit it have made it." : $"The pack was written. Read it with: egov check {pack}");
    }

    private static IEnumerable<string> Refused(ImportResult result) =>
        result.OrganizationRows.Fates.Concat(result.ServiceRows.Fates).Where(f => f.Outcome == RowOutcome.Refused).Select(f => $"refused {f.Place}{(f.Id is null ? "" : $" ({f.Id})")}: {f.Note}");

    private static string Why(Fate fate) => fate switch
    {
        Fate.Both => "changed here and in the source; --overwrite takes the source's",
        Fate.Foreign => "it stands in the pack and did not come from this import",
        _ => "it was taken out here",
    };

    private static void Lines(TextWriter output, List<string> lines, string what)
    {
        lines.Take(MostLines).ToList().ForEach(output.WriteLine);
        if (lines.Count > MostLines)
        {
            output.WriteLine(Said($"... {lines.Count - MostLines} more {what}; --report FILE.csv has them all"));
        }
    }

    private static void Rows(TextWriter output, string what, MappedRows rows)
    {
        int Count(RowOutcome outcome) => rows.Fates.Count(f => f.Outcome == outcome);
        output.WriteLine(Said($"{what}: {rows.Fates.Count} rows: {Count(RowOutcome.Imported)} imported, {Count(RowOutcome.Merged)} merged, {Count(RowOutcome.Refused)} refused"));
    }

    private static void Things(TextWriter output, string what, List<(string Key, Fate Fate)> fates) =>
        output.WriteLine(Said($"{fates.Count} {what}: {string.Join(", ", Words.Select(w => (w.Words, Count: fates.Count(f => f.Fate == w.Fate))).Where(w => w.Count > 0).Select(w => Said($"{w.Count} {w.Words}")).DefaultIfEmpty("none"))}"));

    private static string Said(FormattableString text) => FormattableString.Invariant(text);
}
