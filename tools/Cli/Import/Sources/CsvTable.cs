using System.Text;
using Platform.Core.Texts;

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
            return SourceTable.Of(name, CsvRows.Read(text, Separator(text)));
        }
        catch (DecoderFallbackException)
        {
            throw new ImportException($"{name} is not in UTF-8: save it again as \"CSV UTF-8\".");
        }
        catch (CsvException error)
        {
            throw new ImportException($"{name}:{error.Line}: {error.Message}");
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
