using System.Text;

namespace Platform.Modules.Statistics.Figures;

/// <summary>A table as text. RFC 4180: commas, lines end with CR LF, a field with either or a quotation mark is quoted.</summary>
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

    private static string Field(string field) => field.AsSpan().ContainsAny(",\"\r\n") ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}
