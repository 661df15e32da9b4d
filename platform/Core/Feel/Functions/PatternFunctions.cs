using System.Text.RegularExpressions;
using static Platform.Core.Feel.Functions.Parameter;

namespace Platform.Core.Feel.Functions;

/// <summary>Functions with regular expressions as XPath writes them (DMN 1.4, table 73). A pattern that takes too long gives null.</summary>
internal static class PatternFunctions
{
    public static IEnumerable<Signature> All { get; } =
    [
        new("matches", FeelType.Boolean, [Text("input"), Text("pattern"), Text("flags").Optional.OrNull],
            c => Using(c, c[2] as string, p => p.IsMatch(c.Text(0)))),
        new("replace", FeelType.String, [Text("input"), Text("pattern"), Text("replacement"), Text("flags").Optional.OrNull],
            c => Using(c, c[3] as string, p => Replace(p, c))),
        new("split", new FeelType.List(FeelType.String), [Text("string"), Text("delimiter")],
            c => Using(c, null, p => p.IsMatch("") ? null : c.New(p.Split(c.Text(0)), p.Count(c.Text(0)) + 1))),
    ];

    private static object? Using(Call call, string? flags, Func<Regex, object?> use)
    {
        if (XPathPattern.Compile(call.Text(1), flags ?? "") is not { } pattern)
        {
            return call.Null("Expected a regular expression with flags of s, m, i and x, found {0}", call[1]);
        }
        call.Run.Spend(call.Text(0).Length / 8 + (pattern.Options.HasFlag(RegexOptions.NonBacktracking) ? 10 : 100_000));
        try
        {
            return use(pattern);
        }
        catch (RegexMatchTimeoutException)
        {
            return call.Null("Stopped: the pattern {0} takes too long", call[1]);
        }
    }

    private static object? Replace(Regex pattern, Call call)
    {
        if (pattern.IsMatch(""))
        {
            return call.Null("The pattern {0} matches nothing at all, which cannot be replaced", call[1]);
        }
        if (XPathReplacement.Read(call.Text(2), pattern.GetGroupNumbers().Length - 1) is not { } replacement)
        {
            return call.Null("Expected a replacement with $1 for a group and \\$ for a dollar, found {0}", call[2]);
        }
        long length = call.Text(0).Length;
        return pattern.Replace(call.Text(0), match =>
        {
            var text = replacement(match);
            call.Run.Fits(length += text.Length);
            return text;
        });
    }
}
