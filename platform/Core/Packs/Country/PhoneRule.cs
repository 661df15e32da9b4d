using Platform.Core.Texts;

namespace Platform.Core.Packs;

/// <summary>How telephone numbers look here.</summary>
/// <param name="CountryCode">The international prefix, for example <c>+000</c>.</param>
/// <param name="Pattern">The whole number in international form.</param>
/// <param name="Example">A number to show beside the field.</param>
/// <param name="Hint">What to say beside the field.</param>
public sealed record PhoneRule(string CountryCode, PackPattern? Pattern, string? Example, PackText? Hint)
{
    /// <summary>
    /// The number in international form, from what a person typed: spaces, dashes, dots and brackets fall away, a leading 0
    /// becomes the country code. Null when it has not the form of a number here.
    /// </summary>
    public string? Normalize(string typed)
    {
        var digits = string.Concat(Digits.ToAscii(typed).Where(c => char.IsAsciiDigit(c) || c == '+'));
        var number = digits switch
        {
            ['+', ..] => digits,
            ['0', '0', .. var rest] => "+" + rest,
            ['0', .. var rest] => CountryCode + rest,
            _ => CountryCode + digits,
        };
        return Pattern?.IsMatch(number) ?? true ? number : null;
    }

    internal static PhoneRule Read(NodeReader reader) =>
        new(reader.Required("country-code"), PackPattern.Read(reader, "pattern"), reader.Optional("example"), reader.OptionalText("hint"));
}
