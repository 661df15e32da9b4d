using System.Net;
using System.Text.RegularExpressions;

namespace Platform.Web.Tests.Components;

/// <summary>HTML in one form: a tag or text a line, attributes and classes in order, white space collapsed, entities resolved.</summary>
internal static partial class PlainHtml
{
    public static string Of(string html) => string.Join('\n', Token().Matches(html).Select(t => Line(t.Value)).Where(l => l.Length > 0));

    private static string Line(string token)
    {
        if (token[0] != '<')
        {
            return Space().Replace(WebUtility.HtmlDecode(token), " ").Trim();
        }

        var name = Name().Match(token).Value;
        var attributes = Attribute().Matches(token[name.Length..]).Select(a => $"{a.Groups["name"].Value}={Value(a.Groups["name"].Value, a.Groups["value"].Value)}");
        return $"{name} {string.Join(' ', attributes.Order(StringComparer.Ordinal))}".Trim();
    }

    private static string Value(string name, string value)
    {
        var words = Space().Replace(WebUtility.HtmlDecode(value), " ").Trim();
        return name == "class" ? string.Join(' ', words.Split(' ').Order(StringComparer.Ordinal)) : words;
    }

    [GeneratedRegex("<[^>]+>|[^<]+")]
    private static partial Regex Token();

    [GeneratedRegex("^</?[a-z0-9]+", RegexOptions.IgnoreCase)]
    private static partial Regex Name();

    [GeneratedRegex("(?<name>[a-zA-Z-]+)(=\"(?<value>[^\"]*)\")?")]
    private static partial Regex Attribute();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
