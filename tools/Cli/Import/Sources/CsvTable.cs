using System.Text;
using CsvHelper;

namespace Platform.Cli.Import.Sources;

/// <summary>CSV (RFC 4180) in UTF-8; the separator is the one that stands most often in its first line.</summary>
internal static class CsvTable
{
    private static readonly char[] Separators = [',', ';', '\t', '|'];

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="ImportException">It is no CSV in UTF-8.</exception>
    public static SourceTable Read(string file)
    {
        var name = Path.GetFileName(file);
        try
        {
            var text = Strict.GetString(File.ReadAllBytes(file)).TrimStart('\uFEFF');
            return SourceTable.Of(name, Lines(text));
        }
        catch (DecoderFallbackException)
        {
            throw new ImportException($"{name} is not in UTF-8: save it again as \"CSV UTF-8\".");
        }
        catch (CsvFormatException error)
        {
            throw new ImportException($"{name}:{error.LineNumber}: this is not CSV: close every quote, and write a quote inside a value twice.");
        }
    }

    private static IEnumerable<(int Number, IReadOnlyList<string> Cells)> Lines(string text)
    {
        using var csv = CsvReader.FromText(text, new CsvReaderOptions { Separator = Separator(text), HasHeader = false, TrackLineNumbers = true });
        while (csv.Read())
        {
            yield return ((int)csv.LineNumber, [.. Enumerable.Range(0, csv.FieldCount).Select(at => csv.GetString(at).Trim())]);
        }
    }

    private static char Separator(string text)
    {
        var first = text.AsSpan(0, text.IndexOf('\n', StringComparison.Ordinal) is var end and >= 0 ? end : text.Length);
        var best = Separators[0];
        foreach (var separator in Separators)
        {
            best = first.Count(separator) > first.Count(best) ? separator : best;
        }

        return best;
    }
}
