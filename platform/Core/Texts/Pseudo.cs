using System.Text;
using System.Text.RegularExpressions;

namespace Platform.Core.Texts;

/// <summary>
/// Languages made on the fly to see what a page does with others: <c>qps-ploc</c> is accented, bracketed and about 40 % longer,
/// <c>ar-XB</c> runs from right to left. Placeholders, tags and entities stay as they are.
/// </summary>
internal sealed partial class Pseudo
{
    public const string Longer = "qps-ploc";
    public const string RightToLeft = "ar-XB";
    private const string Plain = "AaBCcDdEeGgHhIiJjKkLlNnOoRrSsTtUuWwYyZz";
    private const string Accented = "ÅåƁÇçÐðÉéĜĝĤĥÎîĴĵĶķĻļÑñÖöŔŕŠšŢţÛûŴŵÝýŽž";
    private const char RightToLeftOverride = '\u202E';
    private const char PopDirection = '\u202C';
    private static readonly string[] Filler = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    private static readonly Pseudo LongerText = new(Lengthen);
    private static readonly Pseudo MirroredText = new(Mirror);
    private readonly Func<string, string> apply;

    private Pseudo(Func<string, string> apply) => this.apply = apply;

    /// <summary>The pseudo-language of a tag, or null.</summary>
    public static Pseudo? Of(string language) =>
        language.Equals(Longer, StringComparison.OrdinalIgnoreCase) ? LongerText
        : language.Equals(RightToLeft, StringComparison.OrdinalIgnoreCase) ? MirroredText
        : null;

    public string Apply(string text) => text.Length == 0 ? text : apply(text);

    private static string Lengthen(string text) => $"[{Outside(text, Accent)}{Padding(text.Length * 2 / 5)}]";

    private static string Mirror(string text) => Outside(text, words => Word().Replace(words, w => $"{RightToLeftOverride}{w.Value}{PopDirection}"));

    private static string Accent(string text) =>
        string.Create(text.Length, text, (span, from) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = Plain.IndexOf(from[i]) is var at and >= 0 ? Accented[at] : from[i];
            }
        });

    private static string Padding(int length)
    {
        var padding = new StringBuilder();
        for (var i = 0; padding.Length < length; i++)
        {
            padding.Append(' ').Append(Filler[i % Filler.Length]);
        }

        return padding.ToString();
    }

    private static string Outside(string text, Func<string, string> change)
    {
        var (result, at) = (new StringBuilder(), 0);
        foreach (Match kept in Protected().Matches(text))
        {
            result.Append(change(text[at..kept.Index])).Append(kept.Value);
            at = kept.Index + kept.Length;
        }

        return result.Append(change(text[at..])).ToString();
    }

    [GeneratedRegex(@"\{\{.*?\}\}|\{[^{}]*\}|<[^<>]*>|&[a-zA-Z0-9#]+;", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Protected();

    [GeneratedRegex(@"\S+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
