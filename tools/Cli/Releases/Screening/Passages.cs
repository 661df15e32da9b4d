using System.Text;
using System.Text.RegularExpressions;

namespace Platform.Cli.Releases.Screening;

/// <summary>Everything readable in a file: its name, its lines, the data in images and recordings, the texts in a program.</summary>
internal static partial class Passages
{
    private const int ShortestString = 5;
    private const int LongestPiece = 4096;
    private const int Overlap = 256;
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);
    private static readonly string[] Programs = ["binaries", "modules"];

    public static IEnumerable<Passage> Of(string file, byte[] content) =>
        Inside(file, content).Prepend(new(file, 0, file)).SelectMany(p => Pieces(Whole(Decoded(p.Text)).Normalize()).Select(piece => p with { Text = piece }));

    // What looks for leaks may take a time that grows with the square of a text's length: one of a line without end is read in pieces, which overlap.
    private static IEnumerable<string> Pieces(string text)
    {
        var start = 0;
        for (; text.Length - start > LongestPiece; start = Gap(text, start + LongestPiece - Overlap))
        {
            yield return text[start..Gap(text, start + LongestPiece)];
        }

        yield return start == 0 ? text : text[start..];
    }

    /// <summary>The last place up to here where a word begins, if there is one nearby: whatever is found whole is to stay whole.</summary>
    private static int Gap(string text, int at)
    {
        var space = text.LastIndexOf(' ', at, Overlap / 2);
        return space < 0 ? at : space + 1;
    }

    private static IEnumerable<Passage> Inside(string file, byte[] content) => TextOf(content) is { } text
        ? text.Split('\n').Select((line, i) => new Passage(file, i + 1, line))
        : ImageMetadata.IsImage(content)
            ? ImageMetadata.Read(content).Select(words => new Passage(file, 0, words))
            : Strings(content).Select(words => new Passage(file, 0, words, IsProgram(file, content)));

    // Only where programs belong: elsewhere anything could begin or be called so. ELF, PE, and the portable symbols of .NET.
    private static bool IsProgram(string file, ReadOnlySpan<byte> content) => Programs.Contains(file.Split('/')[0]) && (content.StartsWith("\u007fELF"u8) || content.StartsWith("MZ"u8) || content.StartsWith("BSJB"u8));

    private static string? TextOf(byte[] content)
    {
        if (content.AsSpan().StartsWith(Encoding.Unicode.Preamble))
        {
            return Encoding.Unicode.GetString(content);
        }

        try
        {
            return content.AsSpan().Contains((byte)0) ? null : Strict.GetString(content);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Runs of letters, digits and signs in bytes that are no text, as UTF-8 and as UTF-16.</summary>
    public static IEnumerable<string> Strings(byte[] content) =>
        new[] { Encoding.UTF8.GetString(content), Encoding.Unicode.GetString(content), Encoding.Unicode.GetString(content.AsSpan(Math.Min(1, content.Length))), Encoding.BigEndianUnicode.GetString(content) }
            .SelectMany(text => Run().Matches(text).Select(m => m.Value)).Where(run => run.Length >= ShortestString);

    // Bytes that are no text, and escapes, give what is no letter and cannot be normalised: halves of surrogates, U+FFFE.
    private static string Whole(string text) => text.Any(c => char.IsSurrogate(c) || c == '\uFFFE') ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\uFFFE', '\uFFFD') : text;

    // What stands as \u1821 or &#x1821; in a source is read as the letter.
    private static string Decoded(string text) => text.Contains("\\u", StringComparison.Ordinal) || text.Contains("&#", StringComparison.Ordinal)
        ? Escaped().Replace(text, m => Rune.TryCreate(Convert.ToInt32(m.Groups["hex"].Success ? m.Groups["hex"].Value : m.Groups["number"].Value, m.Groups["hex"].Success ? 16 : 10), out var rune) ? rune.ToString() : m.Value)
        : text;

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}\p{P}\p{Sc}+=<>|~^` ]{5,}")]
    private static partial Regex Run();

    [GeneratedRegex(@"\\u(?<hex>[0-9A-Fa-f]{4})|&#x(?<hex>[0-9A-Fa-f]{2,6});|&#(?<number>[0-9]{2,7});")]
    private static partial Regex Escaped();
}
