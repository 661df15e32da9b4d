using System.Text;
using static Platform.Core.Feel.Functions.Parameter;

namespace Platform.Core.Feel.Functions;

/// <summary>Functions of texts (DMN 1.4, table 73). Places and lengths count Unicode characters, not UTF-16 units.</summary>
internal static class StringFunctions
{
    public static IEnumerable<Signature> All { get; } =
    [
        new("substring", FeelType.String, [Text("string"), Number("start position"), Number("length").Optional], Substring),
        new("string length", FeelType.Number, [Text("string")], c => (decimal)Characters(c.Text(0)).Count),
        new("upper case", FeelType.String, [Text("string")], c => c.Text(0).ToUpperInvariant()),
        new("lower case", FeelType.String, [Text("string")], c => c.Text(0).ToLowerInvariant()),
        new("substring before", FeelType.String, [Text("string"), Text("match")], c => Before(c.Text(0), c.Text(1))),
        new("substring after", FeelType.String, [Text("string"), Text("match")], c => After(c.Text(0), c.Text(1))),
        new("contains", FeelType.Boolean, [Text("string"), Text("match")], c => c.Text(0).Contains(c.Text(1), StringComparison.Ordinal)),
        new("starts with", FeelType.Boolean, [Text("string"), Text("match")], c => c.Text(0).StartsWith(c.Text(1), StringComparison.Ordinal)),
        new("ends with", FeelType.Boolean, [Text("string"), Text("match")], c => c.Text(0).EndsWith(c.Text(1), StringComparison.Ordinal)),
        new("string join", FeelType.String, [ListOf(FeelType.String, "list"), Text("delimiter").Optional.OrNull], Join),
    ];

    private static object? Substring(Call call)
    {
        var characters = Characters(call.Text(0));
        var place = decimal.Truncate(call.Number(1));
        var start = place > 0 ? place - 1 : characters.Count + place;
        var length = call.Has(2) ? decimal.Truncate(call.Number(2)) : characters.Count;
        if (place == 0 || start < 0 || start > characters.Count || length < 0)
        {
            return call.Null("The text of {0} characters has none from {1}", characters.Count, place);
        }
        return string.Concat(characters.Skip((int)start).Take((int)Math.Min(length, characters.Count)));
    }

    private static List<Rune> Characters(string text) => [.. text.EnumerateRunes()];

    private static string Before(string text, string match)
    {
        var found = text.IndexOf(match, StringComparison.Ordinal);
        return found < 0 ? "" : text[..found];
    }

    private static string After(string text, string match)
    {
        var found = text.IndexOf(match, StringComparison.Ordinal);
        return found < 0 ? "" : text[(found + match.Length)..];
    }

    private static string Join(Call call)
    {
        var parts = call.List(0).OfType<string>().ToList();
        var delimiter = call[1] as string ?? "";
        call.Run.Spend(parts.Count);
        call.Run.Fits(parts.Sum(p => (long)p.Length) + (long)delimiter.Length * parts.Count);
        return string.Join(delimiter, parts);
    }
}
