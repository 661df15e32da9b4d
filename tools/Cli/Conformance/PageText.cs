using System.Net;
using System.Text.RegularExpressions;

namespace Platform.Cli.Conformance;

/// <summary>What people read on a page, as far as the module wrote it: between the tags of <c>main</c>, and in attributes that are read out.</summary>
internal static partial class PageText
{
    /// <param name="html">Drawn in the pseudo-language that puts every translated text into brackets.</param>
    /// <returns>Words that did not go through the texts.</returns>
    public static IEnumerable<string> Untranslated(string html) =>
        from text in Texts(MainElement().Match(html).Value)
        let rest = WithoutBrackets(WebUtility.HtmlDecode(text)).Trim()
        where Word().IsMatch(rest)
        select rest;

    private static IEnumerable<string> Texts(string main) =>
        Element().Matches(Silent().Replace(main, "")).Select(m => m.Groups[1].Value).Concat(ReadAttribute().Matches(main).Select(m => m.Groups[1].Value));

    // A text may hold another one in its brackets.
    private static string WithoutBrackets(string text)
    {
        for (var shorter = Bracketed().Replace(text, ""); ; shorter = Bracketed().Replace(text, ""))
        {
            if (shorter == text)
            {
                return text;
            }

            text = shorter;
        }
    }

    [GeneratedRegex("<main.*?</main>", RegexOptions.Singleline)]
    private static partial Regex MainElement();

    [GeneratedRegex("<(script|style|svg|code|pre)\\b.*?</\\1>|<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Silent();

    [GeneratedRegex(">([^<>]+)<")]
    private static partial Regex Element();

    [GeneratedRegex("\\b(?:title|alt|placeholder|aria-label)=\"([^\"]*)\"")]
    private static partial Regex ReadAttribute();

    [GeneratedRegex(@"\[[^\[\]]*\]", RegexOptions.Singleline)]
    private static partial Regex Bracketed();

    [GeneratedRegex("[A-Za-z]{2,}")]
    private static partial Regex Word();
}
