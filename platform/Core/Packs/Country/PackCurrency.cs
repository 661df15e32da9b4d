namespace Platform.Core.Packs;

/// <summary>The instance's currency.</summary>
/// <param name="Code">ISO 4217.</param>
/// <param name="MinorDigits">Digits after the point; amounts are stored in these minor units.</param>
/// <param name="RoundingStep">Smallest amount charged, in minor units.</param>
public sealed record PackCurrency(string Code, int MinorDigits, long RoundingStep)
{
    /// <summary>Minor units in one whole unit: 1, 100, 1000.</summary>
    public long UnitsPerWhole => (long)Math.Pow(10, MinorDigits);

    /// <summary>An amount of whole units as minor units, rounded to the step; halves away from zero.</summary>
    public long ToMinor(decimal amount) => RoundingStep * (long)Math.Round(amount * UnitsPerWhole / RoundingStep, MidpointRounding.AwayFromZero);

    /// <summary>Minor units as an amount of whole units.</summary>
    public decimal ToWhole(long minor) => (decimal)minor / UnitsPerWhole;

    internal static PackCurrency Read(NodeReader reader)
    {
        var code = reader.Required("code");
        if (code.Length > 0 && !(code.Length == 3 && code.All(char.IsAsciiLetterUpper)))
        {
            reader.Problems.Add(reader.At("code"), "'{0}' is not a currency: write its three capital letters from ISO 4217.", code);
        }
        var digits = reader.Whole("minor-digits", 0, 4) ?? 2;
        var step = (reader.Number("rounding") ?? 0) * (decimal)Math.Pow(10, digits);
        if (step < 0 || step != Math.Truncate(step))
        {
            reader.Problems.Add(reader.At("rounding"), "'rounding' is finer than the currency: write a step of at least one minor unit.");
        }
        return new(code, digits, Math.Max(1, (long)step));
    }
}
