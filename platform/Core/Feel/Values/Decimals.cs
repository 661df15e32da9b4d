namespace Platform.Core.Feel;

/// <summary>
/// Functions of numbers to the 28 digits of <see cref="decimal"/>; a double would give 15.
/// Null where there is no real result; a result beyond 7.9e28 throws <see cref="OverflowException"/>.
/// </summary>
internal static class Decimals
{
    private const decimal LogOfTwo = 0.6931471805599453094172321215m;

    public static decimal? Power(decimal value, decimal exponent)
    {
        if (exponent == decimal.Truncate(exponent))
        {
            return value == 0 && exponent < 0 ? null : WholePower(value, exponent);
        }
        return value switch { 0 => exponent > 0 ? 0 : null, < 0 => null, _ => Exp(exponent * Log(value)!.Value) };
    }

    public static decimal? SquareRoot(decimal value)
    {
        if (value <= 0)
        {
            return value == 0 ? 0 : null;
        }
        var root = (decimal)Math.Sqrt((double)value);
        for (var i = 0; i < 3; i++)
        {
            root = (root + value / root) / 2;
        }
        return Settled(root, value);
    }

    public static decimal? Log(decimal value)
    {
        if (value <= 0)
        {
            return null;
        }
        var halvings = 0;
        for (; value > 1.5m; halvings++)
        {
            value /= 2;
        }
        for (; value < 0.75m; halvings--)
        {
            value *= 2;
        }
        return halvings * LogOfTwo + LogNearOne(value);
    }

    public static decimal Exp(decimal value)
    {
        if (value < -70)
        {
            return 0;
        }
        var halvings = decimal.Round(value / LogOfTwo);
        if (halvings > 97)
        {
            throw new OverflowException();
        }
        return ExpNearZero(value - halvings * LogOfTwo) * WholePower(2, halvings);
    }

    public static decimal Modulo(decimal dividend, decimal divisor)
    {
        var rest = dividend % divisor;
        return rest != 0 && (rest < 0) != (divisor < 0) ? rest + divisor : rest;
    }

    private static decimal WholePower(decimal value, decimal exponent)
    {
        if (value is 0 or 1 || exponent == 0)
        {
            return exponent == 0 ? 1 : value;
        }
        if (value == -1)
        {
            return exponent % 2 == 0 ? 1 : -1;
        }
        var power = Raise(value, decimal.Abs(exponent), exponent < 0);
        return power is null ? 0 : exponent < 0 ? 1 / power.Value : power.Value;
    }

    // By squaring; a power too small or, when inverted, too big for a decimal is null and counts as zero.
    private static decimal? Raise(decimal value, decimal exponent, bool inverted)
    {
        var result = 1m;
        try
        {
            for (; exponent > 0; exponent = decimal.Truncate(exponent / 2))
            {
                result = exponent % 2 == 1 ? result * value : result;
                value = exponent > 1 ? value * value : value;
            }
        }
        catch (OverflowException) when (inverted)
        {
            return null;
        }
        return result == 0 && inverted ? throw new OverflowException() : result;
    }

    // ln(x) = 2 artanh((x-1)/(x+1)), which converges fast for x near one.
    private static decimal LogNearOne(decimal value)
    {
        var ratio = (value - 1) / (value + 1);
        decimal square = ratio * ratio, sum = 0, power = ratio;
        for (var n = 1; power != 0 && n < 80; n += 2, power *= square)
        {
            sum += power / n;
        }
        return 2 * sum;
    }

    private static decimal ExpNearZero(decimal value)
    {
        decimal sum = 1, term = 1;
        for (var n = 1; term != 0 && n < 60; n++)
        {
            sum += term *= value / n;
        }
        return sum;
    }

    // A root that is exact shows no trace of the steps that found it.
    private static decimal Settled(decimal root, decimal value)
    {
        var rounded = decimal.Round(root, 14);
        return value < 1_000_000_000_000m && rounded * rounded == value ? rounded : root;
    }
}
