using System.Text.RegularExpressions;
using Platform.Cli.Import.Forms.Terms;

namespace Platform.Cli.Import.Forms.Xls;

internal enum XPathKind
{
    Number,
    Text,
    Answer,
    Own,
    Word,
    Sign,
    End,
}

/// <summary>The words and signs of an expression.</summary>
internal static partial class XPathTokens
{
    /// <exception cref="NotCarriedException">There is something that is none.</exception>
    public static IReadOnlyList<(XPathKind Kind, string Text)> Of(string text)
    {
        var tokens = new List<(XPathKind, string)>();
        for (var at = 0; at < text.Length;)
        {
            var match = Token().Match(text, at);
            if (!match.Success)
            {
                throw new NotCarriedException($"'{text[at..]}' is not understood");
            }

            at += match.Length;
            if (match.Groups["space"].Success)
            {
                continue;
            }

            tokens.Add(match.Groups["answer"].Success ? (XPathKind.Answer, match.Groups["answer"].Value)
                : match.Groups["text"].Success ? (XPathKind.Text, match.Groups["text"].Value[1..^1])
                : match.Groups["number"].Success ? (XPathKind.Number, match.Value)
                : match.Groups["own"].Success ? (XPathKind.Own, ".")
                : match.Groups["word"].Success ? (XPathKind.Word, match.Value)
                : (XPathKind.Sign, match.Value));
        }

        tokens.Add((XPathKind.End, ""));
        return tokens;
    }

    [GeneratedRegex("""\G(?:(?<space>[\s\u00a0]+)|\$\{\s*(?<answer>[^}\s]+)\s*\}|(?<text>'[^']*'|"[^"]*"|[‘’][^‘’]*[‘’]|[“”][^“”]*[“”])|(?<number>[0-9]+(?:\.[0-9]+)?|\.[0-9]+)|(?<own>\.(?![./0-9]))|(?<word>[A-Za-z_](?:[\w:-]*\w)?)|(?<sign><=|>=|!=|[=<>+*(),-]))""", RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
