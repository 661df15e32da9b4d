using System.Globalization;
using System.Text.RegularExpressions;

namespace Platform.Core.Texts.Po;

/// <summary>Which plural form a number takes: the header's <c>nplurals=2; plural=(n != 1);</c>, an expression of C over <c>n</c>.</summary>
public sealed partial class PluralRule
{
    // gettext's own check looks as far.
    private const int Probed = 1000;
    private const ulong NoForm = ulong.MaxValue;
    private readonly Func<ulong, ulong> expression;

    private PluralRule(int forms, Func<ulong, ulong> expression) => (Forms, this.expression) = (forms, expression);

    /// <summary>One, and all others: gettext's rule for a file that states none.</summary>
    public const string OneAndOthers = "nplurals=2; plural=(n != 1);";

    /// <summary>What <see cref="OneAndOthers"/> says.</summary>
    public static PluralRule Default { get; } = Parse(OneAndOthers);

    /// <summary>How many forms the language has.</summary>
    public int Forms { get; }

    /// <exception cref="PoException">It cannot be read, divides by zero or names a form that is not there.</exception>
    public static PluralRule Parse(string header)
    {
        var match = Form().Match(header);
        if (!match.Success || !int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var forms))
        {
            throw Wrong($"is written {OneAndOthers}");
        }

        var rule = new PluralRule(forms, new PluralExpression(match.Groups[2].Value).Compile());
        for (ulong n = 0; n <= Probed; n++)
        {
            if (rule.Evaluate(n) is var form && form >= (ulong)forms)
            {
                throw Wrong(form == NoForm ? $"divides by zero for {n}." : $"gives form {form} for {n}, but there are {forms}.");
            }
        }

        return rule;
    }

    /// <summary>The form's place, from 0.</summary>
    /// <param name="n">A negative number counts as its absolute value.</param>
    public int FormOf(long n)
    {
        var form = Evaluate((ulong)Math.Abs(Math.Max(n, -long.MaxValue)));
        return form < (ulong)Forms ? (int)form : Forms - 1;
    }

    internal static PoException Wrong(string what) => new("PO", 1, $"The header's Plural-Forms {what}");

    private ulong Evaluate(ulong n)
    {
        try
        {
            return expression(n);
        }
        catch (DivideByZeroException)
        {
            return NoForm;
        }
    }

    [GeneratedRegex(@"^\s*nplurals\s*=\s*([1-9])\s*;\s*plural\s*=\s*([^;]{1,1000});?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
