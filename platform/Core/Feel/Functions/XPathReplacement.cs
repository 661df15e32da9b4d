using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Platform.Core.Feel.Functions;

/// <summary>Replacements as XPath's <c>fn:replace</c> writes them: <c>$1</c> a group, <c>$0</c> all, <c>\$</c> and <c>\\</c> the signs themselves.</summary>
internal static class XPathReplacement
{
    /// <returns>Null when the text is no replacement.</returns>
    public static Func<Match, string>? Read(string text, int groups)
    {
        List<Func<Match, string>> parts = [];
        var plain = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('\\' or '$'))
            {
                plain.Append(text[i]);
            }
            else if (++i == text.Length)
            {
                return null;
            }
            else if (text[i - 1] == '\\' && text[i] is '\\' or '$')
            {
                plain.Append(text[i]);
            }
            else if (text[i - 1] == '$' && char.IsAsciiDigit(text[i]))
            {
                AddGroup(parts, plain, Number(text, ref i, groups));
            }
            else
            {
                return null;
            }
        }
        AddPlain(parts, plain);
        return match => string.Concat(parts.Select(p => p(match)));
    }

    // As many digits as still name a group.
    private static int Number(string text, ref int at, int groups)
    {
        var number = text[at] - '0';
        while (at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]) && number * 10 + text[at + 1] - '0' <= groups)
        {
            number = number * 10 + text[++at] - '0';
        }
        return number;
    }

    private static void AddGroup(List<Func<Match, string>> parts, StringBuilder plain, int number)
    {
        AddPlain(parts, plain);
        parts.Add(match => match.Groups[number].Value);
    }

    private static void AddPlain(List<Func<Match, string>> parts, StringBuilder plain)
    {
        var text = plain.ToString();
        plain.Clear();
        parts.Add(_ => text);
    }
}
