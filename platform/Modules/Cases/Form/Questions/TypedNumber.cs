using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;
using Platform.Core.Texts;

namespace Platform.Modules.Cases.Form.Questions;

/// <summary>
/// A number as people type it: digits of any script, spaces, apostrophes, points or commas between groups, a point or a comma before decimals.
/// What was typed is read again in other languages and years later, so that its meaning never depends on the page's language.
/// </summary>
/// <param name="Value">Null where it is no number.</param>
/// <param name="Other">What it may mean as well: <c>12.125</c> is twelve and an eighth to some people and twelve thousand to others.</param>
internal readonly partial record struct TypedNumber(decimal? Value, decimal? Other = null)
{
    /// <summary>For an answer with as many decimals as its writer likes.</summary>
    public const int AnyDecimals = int.MaxValue;

    private const int Group = 3;

    // Dividing by it leaves out zeros at the end.
    private const decimal Exact = 1.0000000000000000000000000000m;

    /// <summary>Enough for every amount and measure, and safe for products of two.</summary>
    private const decimal Largest = 1_000_000_000_000m;

    /// <param name="decimals">The most that an answer has: with fewer than three, three digits behind a sign can only be a group.</param>
    public static TypedNumber Read(string typed, int decimals)
    {
        var plain = string.Concat(typed.Where(c => !char.IsWhiteSpace(c) && c is not ('\'' or '\u2019')).Select(Plain));
        if (Signs().Match(plain) is not { Success: true } form)
        {
            return new(Grouped(plain));
        }

        var (whole, rest) = (form.Groups["whole"].Value, form.Groups["rest"].Value);
        var asDecimals = Parse($"{form.Groups["minus"].Value}{whole}.{rest}");
        if (rest.Length != Group || whole.Length is 0 or > Group || whole[0] == '0')
        {
            return new(asDecimals);
        }

        var asGroup = Parse($"{form.Groups["minus"].Value}{whole}{rest}");
        return decimals < Group ? new(asGroup) : new(asGroup, asDecimals);
    }

    public static int? Whole(string typed) => Read(typed, 0).Value is { } number && number == Math.Truncate(number) && Math.Abs(number) < int.MaxValue ? (int)number : null;

    /// <summary>As a person could have typed it, so that reading gives the same number back.</summary>
    public static string Write(decimal number)
    {
        var plain = number.ToString(CultureInfo.InvariantCulture);
        return plain.IndexOf('.', StringComparison.Ordinal) is > 0 and var point && plain.Length - point - 1 == Group ? plain + "0" : plain;
    }

    /// <summary>Asks which of the two was meant.</summary>
    public string Ambiguity(IStringLocalizer t) => t["Write {0} or {1}: what is written here can mean either", Write(Value!.Value), Write(Other!.Value)];

    // 1.234.567,89 or 1,234,567 or 12,34,567: groups of two or three, the last of three, all with one sign that is not that of the decimals.
    private static decimal? Grouped(string plain) =>
        Groups().Match(plain) is { Success: true } form ? Parse($"{form.Groups["minus"].Value}{form.Groups["whole"].Value.Replace(form.Groups["sign"].Value, "", StringComparison.Ordinal)}.{form.Groups["rest"].Value}") : Parse(plain);

    private static decimal? Parse(string plain) =>
        decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < Largest ? number / Exact : null;

    // The Arabic sign between groups is read as a comma; that before decimals is known to the expressions below.
    private static char Plain(char c) => c switch
    {
        '\u066C' => ',',
        '\u2212' => '-',
        _ => Digits.ToAscii(c),
    };

    [GeneratedRegex(@"^(?<minus>-?)(?<whole>[0-9]*)[.,\u066B](?<rest>[0-9]+)$")]
    private static partial Regex Signs();

    [GeneratedRegex(@"^(?<minus>-?)(?<whole>[0-9]{1,3}(?:(?<sign>[.,])[0-9]{2,3})(?:\k<sign>[0-9]{2,3})*(?<=[0-9]{3}))(?:(?!\k<sign>)[.,\u066B](?<rest>[0-9]+))?$")]
    private static partial Regex Groups();
}
