using System.Globalization;
using System.Text;

namespace Platform.Modules.Statistics.Figures;

/// <summary>
/// A table as text for spreadsheets. RFC 4180: commas, lines end with CR LF, a field with either or a quotation mark is quoted. Words that a
/// spreadsheet would take for a formula get an apostrophe in front (OWASP, CSV Injection); numbers stay numbers.
/// </summary>
internal sealed class CsvText
{
    private readonly StringBuilder text = new();

    public void Add(params ReadOnlySpan<string> fields)
    {
        for (var i = 0; i < fields.Length; i++)
        {
            text.Append(i == 0 ? "" : ",").Append(Field(fields[i]));
        }

        text.Append("\r\n");
    }

    public override string ToString() => text.ToString();

    private static string Field(string field) => Quoted(IsFormula(field) ? $"'{field}" : field);

    private static bool IsFormula(string field) =>
        field is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] && !decimal.TryParse(field, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);

    private static string Quoted(string field) => field.AsSpan().ContainsAny(",\"\r\n") ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}
