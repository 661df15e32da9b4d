using CsvHelper;

namespace Platform.Core.Packs;

/// <summary>Reads one layer's <c>areas.csv</c> (RFC 4180, UTF-8) into rows.</summary>
internal static class AreaTable
{
    private static readonly string[] Known = ["code", "parent", "level", "iso_3166_2", "replaced_by", "valid_from", "valid_to", "source", "remove"];

    private static readonly CsvReaderOptions Options = new() { Separator = ',', HasHeader = false, TrackLineNumbers = true };

    public static List<AreaRow> Rows(PackFile file, PackProblems problems)
    {
        var rows = new List<AreaRow>();
        try
        {
            using var csv = CsvReader.FromText(file.Text, Options);
            Read(csv, file, rows, problems);
        }
        catch (CsvFormatException e)
        {
            problems.Add(file.Source with { Line = (int)e.LineNumber }, "This is not CSV: close every quote, and write a quote inside a value twice.");
        }
        return rows;
    }

    private static void Read(CsvReader csv, PackFile file, List<AreaRow> rows, PackProblems problems)
    {
        var columns = csv.Read() ? Fields(csv) : [];
        ReportColumns(file, columns, problems);
        while (csv.Read())
        {
            var at = file.Source with { Line = (int)csv.LineNumber };
            if (csv.FieldCount == columns.Length)
            {
                rows.Add(new(at, Cells(columns, csv)));
            }
            else
            {
                problems.Add(at, "The row has {0} values, but there are {1} columns: quote values that hold a comma.", csv.FieldCount, columns.Length);
            }
        }
    }

    private static string[] Fields(CsvReader csv) => [.. Enumerable.Range(0, csv.FieldCount).Select(i => csv.GetString(i).Trim())];

    private static Dictionary<string, string> Cells(string[] columns, CsvReader csv)
    {
        var cells = new Dictionary<string, string>(columns.Length, StringComparer.Ordinal);
        for (var i = 0; i < columns.Length; i++)
        {
            cells[columns[i]] = csv.GetString(i).Trim();
        }
        return cells;
    }

    private static void ReportColumns(PackFile file, string[] columns, PackProblems problems)
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
