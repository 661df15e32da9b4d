using System.Globalization;
using Platform.Cli.Import.Forms.Terms;

namespace Platform.Cli.Import.Forms.Xls;

/// <summary>Reads the expressions of XLSForms: XPath 1.0 with <c>${name}</c> for an answer and <c>.</c> for the question's own (docs.getodk.org/form-operators-functions).</summary>
internal sealed class XPathReader
{
    private static readonly Dictionary<string, string> Functions = new(StringComparer.Ordinal)
    {
        ["selected"] = "includes",
        ["string-length"] = "length",
        ["regex"] = "matches",
        ["starts-with"] = "starts-with",
        ["ends-with"] = "ends-with",
        ["contains"] = "contains",
        ["count"] = "count",
        ["sum"] = "sum",
        ["min"] = "min",
        ["max"] = "max",
        ["today"] = "today",
        ["int"] = "floor",
        ["round"] = "round",
        ["abs"] = "abs",
        ["number"] = "number",
        ["string"] = "string",
        ["concat"] = "concat",
        ["coalesce"] = "coalesce",
        ["count-selected"] = "count-selected",
        ["date"] = "date",
        ["floor"] = "floor",
        ["ceiling"] = "ceiling",
        ["decimal-date-time"] = "days",
    };

    // Far more than people write, and far less than the stack holds.
    private const int Deepest = 100;

    private readonly IReadOnlyList<(XPathKind Kind, string Text)> tokens;
    private int at;
    private int depth;

    private XPathReader(string text) => tokens = XPathTokens.Of(text);

    /// <exception cref="NotCarriedException">It is no such expression, or uses what has no counterpart.</exception>
    public static Term Read(string text)
    {
        var reader = new XPathReader(text);
        var term = reader.Or();
        return reader.Next.Kind == XPathKind.End ? term : throw new NotCarriedException($"'{reader.Next.Text}' is not understood where it stands");
    }

    private (XPathKind Kind, string Text) Next => tokens[at];

    private Term Or() => Deeper(() => Term.Or(Several("or", () => Term.And(Several("and", Compared))!)));

    private Term Deeper(Func<Term> inside)
    {
        Deepen();
        var term = inside();
        depth--;
        return term;
    }

    private void Deepen()
    {
        if (++depth > Deepest)
        {
            throw new NotCarriedException($"it is nested, or goes on, more than {Deepest} times: compute parts of it in questions of their own");
        }
    }

    private List<Term> Several(string word, Func<Term> one)
    {
        var parts = new List<Term> { one() };
        while (Takes(XPathKind.Word, word))
        {
            parts.Add(one());
        }

        return parts;
    }

    private Term Compared() => Chain(Added, () => Next is { Kind: XPathKind.Sign, Text: "=" or "!=" or "<" or "<=" or ">" or ">=" }, (sign, left, right) => new Test(sign, left, right));

    private Term Added() => Chain(Multiplied, () => Next is { Kind: XPathKind.Sign, Text: "+" or "-" }, (sign, left, right) => new Sum(sign, left, right));

    private Term Multiplied() => Chain(One, () => Next is { Kind: XPathKind.Sign, Text: "*" } or { Kind: XPathKind.Word, Text: "div" }, (sign, left, right) => new Sum(sign == "*" ? "*" : "/", left, right));

    // Each further link holds all before it.
    private Term Chain(Func<Term> one, Func<bool> goesOn, Func<string, Term, Term, Term> join)
    {
        var left = one();
        for (var isFirst = true; goesOn(); isFirst = false)
        {
            if (!isFirst)
            {
                Deepen();
            }

            left = join(tokens[at++].Text, left, one());
        }

        return left;
    }

    private Term One()
    {
        var (kind, text) = tokens[at++];
        return kind switch
        {
            XPathKind.Number => new Fixed(decimal.Parse(text, CultureInfo.InvariantCulture)),
            XPathKind.Text => new Fixed(text),
            XPathKind.Answer => new Answer(text),
            XPathKind.Own => new Own(),
            XPathKind.Sign when text == "-" => new Sum("-", new Fixed(0m), Deeper(One)),
            XPathKind.Sign when text == "(" => Closed(Or()),
            XPathKind.Word when Next is { Kind: XPathKind.Sign, Text: "(" } => Function(text),
            XPathKind.End => throw new NotCarriedException("it ends where something is missing"),
            _ => throw new NotCarriedException($"'{text}' is not understood where it stands"),
        };
    }

    private Term Closed(Term term) => Takes(XPathKind.Sign, ")") ? term : throw new NotCarriedException("a bracket is not closed");

    private Term Function(string name)
    {
        at++;
        var of = new List<Term>();
        while (!Takes(XPathKind.Sign, ")"))
        {
            of.Add(Or());
            if (!Takes(XPathKind.Sign, ",") && Next is not { Kind: XPathKind.Sign, Text: ")" })
            {
                throw new NotCarriedException("a bracket is not closed");
            }
        }

        return (name, of) switch
        {
            ("not", [var one]) => new Not(one),
            ("true", []) => new Fixed(true),
            ("false", []) => new Fixed(false),
            ("if", [var when, var then, var otherwise]) => new Choose(when, then, otherwise),
            ("now", []) => new Call("today"),
            ("regex", [var one, Fixed { Value: string pattern }]) => new Call("matches", one, new Fixed(Patterns.Whole(pattern))),
            ("boolean-from-string" or "boolean", [var one]) => one,
            _ when Functions.TryGetValue(name, out var known) => new Call(known, of),
            _ => throw new NotCarriedException($"the function {name}() has no counterpart"),
        };
    }

    private bool Takes(XPathKind kind, string text)
    {
        var takes = Next.Kind == kind && Next.Text == text;
        at += takes ? 1 : 0;
        return takes;
    }
}
