using System.Text.RegularExpressions;

namespace Platform.Cli.Conformance;

/// <summary>What a page must be to work without JavaScript, under the content security policy, and without calling anybody else.</summary>
internal static partial class PageMarkup
{
    public static IEnumerable<string> Faults(string html)
    {
        if (H1().Count(html) != 1)
        {
            yield return $"has {H1().Count(html)} headings of the first order; one says what the page is";
        }

        if (InlineScript().IsMatch(html) || Handler().IsMatch(html))
        {
            yield return "holds a script of its own; the content security policy stops it, and the page must work without";
        }

        if (StyleAttribute().IsMatch(html))
        {
            yield return "holds a style of its own; the content security policy stops it";
        }

        foreach (var address in Elsewhere().Matches(html).Select(m => m.Groups[1].Value).Distinct())
        {
            yield return $"loads {address}; a portal calls nobody";
        }

        foreach (Match form in Form().Matches(html))
        {
            if (form.Groups[1].Value.Contains("method=\"post\"", StringComparison.OrdinalIgnoreCase) && !form.Value.Contains("name=\"_form\"", StringComparison.Ordinal))
            {
                yield return "has a form without the antiforgery token";
            }

            if (!Submit().IsMatch(form.Value))
            {
                yield return "has a form that cannot be sent without a script: it has no button";
            }
        }
    }

    [GeneratedRegex("<h1[\\s>]")]
    private static partial Regex H1();

    [GeneratedRegex("<script(?![^>]*\\bsrc=)[^>]*>\\s*\\S|\\bhref=\"javascript:", RegexOptions.IgnoreCase)]
    private static partial Regex InlineScript();

    [GeneratedRegex("<[a-z][^<>]*\\son[a-z]+\\s*=", RegexOptions.IgnoreCase)]
    private static partial Regex Handler();

    [GeneratedRegex("<style\\b|<[a-z][^<>]*\\sstyle\\s*=", RegexOptions.IgnoreCase)]
    private static partial Regex StyleAttribute();

    [GeneratedRegex("<(?:script|img|link|iframe|source|audio|video)\\b[^<>]*\\b(?:src|href)=\"((?:https?:)?//(?!127\\.0\\.0\\.1|localhost)[^\"]*)\"", RegexOptions.IgnoreCase)]
    private static partial Regex Elsewhere();

    [GeneratedRegex("<form\\b([^>]*)>.*?</form>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Form();

    [GeneratedRegex("<button(?![^>]*type=\"button\")|<input[^>]*type=\"(?:submit|image)\"", RegexOptions.IgnoreCase)]
    private static partial Regex Submit();
}
