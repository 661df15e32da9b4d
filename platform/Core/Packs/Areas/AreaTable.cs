using Platform.Core.Texts;

namespace Platform.Core.Packs;

/// <summary>Reads one layer's <c>areas.csv</c> (RFC 4180, UTF-8) into rows.</summary>
internal static class AreaTable
{
    private static readonly string[] Known = ["code", "parent", "level", "iso_3166_2", "replaced_by", "valid_from", "valid_to", "source", "remove"];

    public static List<AreaRow> Rows(PackFile file, PackProblems problems)
    {
        try
        {
            var lines = CsvRows.Read(file.Text);
            var columns = lines.Count == 0 ? [] : lines[0].Cells;
            ReportColumns(file, columns, problems);
            return [.. lines.Skip(1).Select(l => Row(file.Source with { Line = l.Line }, columns, l.Cells, problems)).OfType<AreaRow>()];
        }
        catch (CsvException error)
        {
            problems.Add(file.Source with { Line = error.Line }, "{0}", error.Message);
            return [];
        }
    }

    private static AreaRow? Row(PackSource at, IReadOnlyList<string> columns, IReadOnlyList<string> cells, PackProblems problems)
    {
        if (cells.Count == columns.Count)
        {
            return new(at, columns.Zip(cells).DistinctBy(c => c.First).ToDictionary(c => c.First, c => c.Second, StringComparer.Ordinal));
        }

        problems.Add(at, "The row has {0} values, but there are {1} columns: quote values that hold a comma.", cells.Count, columns.Count);
        return null;
    }

    private static void ReportColumns(PackFile file, IReadOnlyList<string> columns, PackProblems problems)
    {
        foreach (var column in columns.Where(c => !Known.Contains(c) && !c.StartsWith("name_", StringComparison.Ordinal)))
        {
            problems.Add(file.Source, "The column '{0}' is not known: use one of {1}, or name_ and a language tag.", column, string.Join(", ", Known));
        }
        foreach (var column in Known[..3].Where(c => !columns.Contains(c)))
        {
            problems.Add(file.Source, "The column '{0}' is missing in the first line.", column);
        }
    }
}
