using System.Globalization;
using CsvHelper;

namespace Platform.Core.Texts;

/// <summary>Rows as CSV (RFC 4180); lines end with <c>\n</c> where they are written, and with either end where they are read.</summary>
public static class CsvRows
{
    /// <summary>Every line that is not empty with its number from 1, its cells without spaces around them.</summary>
    /// <exception cref="CsvException">A quote is not closed, or stands where none may.</exception>
    public static IReadOnlyList<(int Line, IReadOnlyList<string> Cells)> Read(string text, char separator = ',')
    {
        ArgumentNullException.ThrowIfNull(text);
        var rows = new List<(int Line, IReadOnlyList<string> Cells)>();
        try
        {
            using var csv = CsvReader.FromText(text, new CsvReaderOptions { Separator = separator, HasHeader = false, TrackLineNumbers = true });
            while (csv.Read())
            {
                rows.Add(((int)csv.LineNumber, [.. Enumerable.Range(0, csv.FieldCount).Select(at => csv.GetString(at).Trim())]));
            }
        }
        catch (CsvFormatException error)
        {
            throw new CsvException((int)error.LineNumber);
        }

        // A cell that nobody closed has swallowed everything behind it.
        return text.AsSpan().Count('"') % 2 == 0 ? rows : throw new CsvException(rows.Count == 0 ? 1 : rows[^1].Line);
    }

    /// <summary>The rows, each with its line end.</summary>
    public static string Write(IEnumerable<IEnumerable<string>> rows) => Write(rows, "\n");

    /// <summary>
    /// The rows for whoever opens them in a spreadsheet, not for a program: words that it would take for a formula get an apostrophe in front
    /// (OWASP, CSV Injection); numbers stay numbers, and lines end as RFC 4180 has them.
    /// </summary>
    public static string WriteForSpreadsheet(IEnumerable<IEnumerable<string>> rows) => Write(rows.Select(r => r.Select(value => IsFormula(value) ? $"'{value}" : value)), "\r\n");

    /// <summary>A value as it stands between commas.</summary>
    public static string Cell(string value) => value.AsSpan().ContainsAny(",\"\n\r") ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;

    private static string Write(IEnumerable<IEnumerable<string>> rows, string end) => string.Concat(rows.Select(r => string.Join(',', r.Select(Cell)) + end));

    private static bool IsFormula(string value) =>
        value is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] && !decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
}

/// <summary>A text is no CSV.</summary>
/// <param name="line">Where, from 1.</param>
public sealed class CsvException(int line) : FormatException("This is not CSV: close every quote, and write a quote inside a value twice.")
{
    /// <summary>From 1.</summary>
    public int Line => line;
}
