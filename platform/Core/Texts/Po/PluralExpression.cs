using System.Globalization;

namespace Platform.Core.Texts.Po;

/// <summary>C's expressions over unsigned numbers: <c>?:</c>, <c>||</c>, <c>&amp;&amp;</c>, comparison, arithmetic, <c>!</c>, brackets. No loops, so the text's length bounds the work.</summary>
internal sealed class PluralExpression(string text)
{
    private const int MaximumDepth = 100;

    // From weak to strong; within a row the longer sign stands first.
    private static readonly string[][] Signs = [["||"], ["&&"], ["==", "!="], ["<=", ">=", "<", ">"], ["+", "-"], ["*", "/", "%"]];

    private int at;
    private int depth;

    /// <exception cref="PoException">It is not an expression.</exception>
    public Func<ulong, ulong> Compile()
    {
        var value = Choice();
        return Peek() == '\0' ? value : throw Unexpected();
    }

    private Func<ulong, ulong> Choice()
    {
        if (++depth > MaximumDepth)
        {
            throw PluralRule.Wrong("is nested too deeply.");
        }

        var test = Binary(0);
        if (Take("?"))
        {
            var yes = Choice();
            Demand(":");
            var no = Choice();
            var condition = test;
            test = n => condition(n) != 0 ? yes(n) : no(n);
        }

        depth--;
        return test;
    }

    private Func<ulong, ulong> Binary(int level)
    {
        if (level == Signs.Length)
        {
            return Unary();
        }

        var left = Binary(level + 1);
        while (Array.Find(Signs[level], Take) is { } sign)
        {
            left = Join(sign, left, Binary(level + 1));
        }

        return left;
    }

    private static Func<ulong, ulong> Join(string sign, Func<ulong, ulong> a, Func<ulong, ulong> b) => sign switch
    {
        "||" => n => a(n) != 0 || b(n) != 0 ? 1u : 0u,
        "&&" => n => a(n) != 0 && b(n) != 0 ? 1u : 0u,
        "==" => n => a(n) == b(n) ? 1u : 0u,
        "!=" => n => a(n) != b(n) ? 1u : 0u,
        "<=" => n => a(n) <= b(n) ? 1u : 0u,
        ">=" => n => a(n) >= b(n) ? 1u : 0u,
        "<" => n => a(n) < b(n) ? 1u : 0u,
        ">" => n => a(n) > b(n) ? 1u : 0u,
        "+" => n => unchecked(a(n) + b(n)),
        "-" => n => unchecked(a(n) - b(n)),
        "*" => n => unchecked(a(n) * b(n)),
        "/" => n => a(n) / b(n),
        _ => n => a(n) % b(n),
    };

    private Func<ulong, ulong> Unary()
    {
        if (++depth > MaximumDepth)
        {
            throw PluralRule.Wrong("is nested too deeply.");
        }

        var value = Take("!") ? Not(Unary()) : Primary();
        depth--;
        return value;
    }

    private static Func<ulong, ulong> Not(Func<ulong, ulong> value) => n => value(n) == 0 ? 1u : 0u;

    private Func<ulong, ulong> Primary()
    {
        if (Take("n"))
        {
            return n => n;
        }

        if (Take("("))
        {
            var inner = Choice();
            Demand(")");
            return inner;
        }

        return Number();
    }

    private Func<ulong, ulong> Number()
    {
        Peek();
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return ulong.TryParse(text.AsSpan(start, at - start), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? _ => number : throw Unexpected();
    }

    private char Peek()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at < text.Length ? text[at] : '\0';
    }

    private bool Take(string sign)
    {
        Peek();
        var found = text.AsSpan(at).StartsWith(sign, StringComparison.Ordinal);
        at += found ? sign.Length : 0;
        return found;
    }

    private void Demand(string sign)
    {
        if (!Take(sign))
        {
            throw PluralRule.Wrong($"lacks '{sign}' at character {at + 1} of its expression.");
        }
    }

    private PoException Unexpected() => PluralRule.Wrong($"cannot be read from character {at + 1} of its expression on.");
}
