namespace Platform.Core.Texts;

/// <summary>People write numbers with the digits of their script.</summary>
public static class Digits
{
    /// <summary>Decimal digits of any script as those of ASCII; all else stays.</summary>
    public static string ToAscii(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return string.Concat(typed.Select(ToAscii));
    }

    /// <inheritdoc cref="ToAscii(string)"/>
    public static char ToAscii(char typed) => char.IsDigit(typed) ? (char)('0' + (int)char.GetNumericValue(typed)) : typed;
}
