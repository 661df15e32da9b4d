using Platform.Core.Texts;

namespace Platform.Cli.Import.Services;

/// <summary>The fate of every row and of every thing that was left, as CSV.</summary>
internal static class ImportReport
{
    private static readonly string[] Columns = ["what", "where", "outcome", "id", "note"];

    public static void Write(ImportResult result, string file)
    {
        var lines = new List<string[]> { Columns };
        lines.AddRange(Rows("organization", result.OrganizationRows));
        lines.AddRange(Rows("service", result.ServiceRows));
        lines.AddRange(result.Left.Select(l => new[] { "pack", l.Key, $"left-{l.Fate.ToString().ToLowerInvariant()}", "", "" }));
        lines.AddRange(result.Gone.Select(g => new[] { "pack", g, "left-gone", "", "" }));
        TextFile.Write(file, CsvRows.WriteForSpreadsheet(lines));
    }

    private static IEnumerable<string[]> Rows(string what, MappedRows rows) =>
        rows.Fates.Select(f => new[] { what, f.Place, f.Outcome.ToString().ToLowerInvariant(), f.Id ?? "", f.Note ?? "" });
}
