using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Platform.Core.Texts.Xliff;

/// <summary>A text as the content of <c>source</c> or <c>target</c>: places of values are codes a translator moves whole, what XML cannot hold is <c>cp</c>.</summary>
internal static partial class XliffInline
{
    private static readonly XName Place = XliffNames.Core + "ph";
    private static readonly XName Character = XliffNames.Core + "cp";

    /// <param name="places">Those of the source text: the same one has the same id in the translation.</param>
    public static IEnumerable<XNode> Write(string text, IReadOnlyList<string> places)
    {
        var left = places.Select((value, at) => (value, Id: $"p{at + 1}")).ToList();
        var extra = 0;

        // An element that begins with a code would be indented, which adds to the text.
        yield return new XText("");
        foreach (Match part in Part().Matches(text))
        {
            if (part.Groups["place"].Success)
            {
                var at = left.FindIndex(place => place.value == part.Value);
                yield return Code(part.Value, at < 0 ? $"x{++extra}" : left[at].Id);
                left.RemoveRange(Math.Max(0, at), at < 0 ? 0 : 1);
            }
            else if (part.Groups["odd"].Success)
            {
                yield return new XElement(Character, new XAttribute("hex", ((int)part.Value[0]).ToString("X4", CultureInfo.InvariantCulture)));
            }
            else
            {
                yield return new XText(part.Value);
            }
        }
    }

    public static IReadOnlyList<string> Places(string text) => [.. Part().Matches(text).Where(part => part.Groups["place"].Success).Select(part => part.Value)];

    /// <summary>A note; of what people write to each other, characters that XML cannot hold are lost.</summary>
    public static string Note(string text) => Part().Replace(text, part => part.Groups["odd"].Success ? "\uFFFD" : part.Value);

    /// <summary>A value of metadata: <c>\u0007</c> stands for a character that XML cannot hold, <c>\\</c> for a backslash.</summary>
    public static string Escape(string value) => Part().Replace(
        value.Replace("\\", "\\\\", StringComparison.Ordinal),
        part => part.Groups["odd"].Success ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)part.Value[0]:X4}") : part.Value);

    public static string Unescape(string value) =>
        Escaped().Replace(value, sign => sign.Groups[1].Success ? ((char)Convert.ToInt32(sign.Groups[1].Value, 16)).ToString() : "\\");

    /// <summary>The text of an element; marks that a translator's tool has put in are looked through.</summary>
    public static string Read(XElement content)
    {
        var text = new StringBuilder();
        foreach (var node in content.Nodes())
        {
            text.Append(node switch
            {
                XText plain => plain.Value,
                XElement code when code.Name == Place => (string?)code.Attribute("equiv") ?? (string?)code.Attribute("disp"),
                XElement code when code.Name == Character => ((char)Convert.ToInt32((string?)code.Attribute("hex"), 16)).ToString(),
                XElement mark => Read(mark),
                _ => "",
            });
        }

        return text.ToString();
    }

    private static XElement Code(string value, string id) => new(Place, new XAttribute("id", id), new XAttribute("equiv", value), new XAttribute("disp", value));

    [GeneratedRegex(@"\\(?:\\|u([0-9A-F]{4}))", RegexOptions.CultureInvariant)]
    private static partial Regex Escaped();

    // Characters that XML 1.0 does not have (section 2.2), and halves of a pair that stand alone.
    [GeneratedRegex("""
        (?<place>(?<!\{)\{[0-9]+(?:[,:][^{}<>&"\p{C}]*)?\})
        | (?<odd>[\x00-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF])
        | (?:(?!(?<!\{)\{[0-9]+(?:[,:][^{}<>&"\p{C}]*)?\})(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|[^\x00-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF\uD800-\uDFFF]))+
        """, RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Part();
}
