using System.Globalization;
using System.Text;

namespace Platform.Core.Texts;

/// <summary>Formats the arguments of a text by its language: dates in full, whole numbers in groups of three, the language's own figures where it has some.</summary>
internal sealed class FormatArguments(CultureInfo culture, string date, IReadOnlyList<string>? digits) : IFormatProvider, ICustomFormatter
{
    public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : culture.GetFormat(formatType);

    public string Format(string? format, object? arg, IFormatProvider? formatProvider) => arg switch
    {
        int or long => Digits(((IFormattable)arg).ToString(format ?? "N0", culture)),
        DateOnly day => Digits(day.ToString(format ?? date, culture)),
        IFormattable value => Digits(value.ToString(format, culture)),
        _ => arg?.ToString() ?? "",
    };

    /// <summary>The same text with the language's own figures.</summary>
    public string Digits(string text)
    {
        if (digits is null)
        {
            return text;
        }

        var own = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            _ = char.IsAsciiDigit(c) ? own.Append(digits[c - '0']) : own.Append(c);
        }

        return own.ToString();
    }
}
