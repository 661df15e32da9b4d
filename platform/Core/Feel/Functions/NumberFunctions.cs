using NodaTime;
using static Platform.Core.Feel.Functions.Parameter;

namespace Platform.Core.Feel.Functions;

/// <summary>Functions of numbers (DMN 1.4, table 75).</summary>
internal static class NumberFunctions
{
    public static IEnumerable<Signature> All { get; } =
    [
        Rounding("decimal", n => decimal.Round(n, MidpointRounding.ToEven)),
        Rounding("floor", decimal.Floor), Whole("floor", decimal.Floor),
        Rounding("ceiling", decimal.Ceiling), Whole("ceiling", decimal.Ceiling),
        Rounding("round up", n => decimal.Round(n, n < 0 ? MidpointRounding.ToNegativeInfinity : MidpointRounding.ToPositiveInfinity)),
        Rounding("round down", decimal.Truncate),
        Rounding("round half up", n => decimal.Round(n, MidpointRounding.AwayFromZero)),
        Rounding("round half down", HalfDown),
        Whole("abs", decimal.Abs),
        new("abs", FeelType.YearsMonthsDuration, [new("n", FeelType.YearsMonthsDuration)], c => Months.Period(Math.Abs(Months.Of((Period)c[0]!)))),
        new("abs", FeelType.DaysTimeDuration, [new("n", FeelType.DaysTimeDuration)], c => Nanoseconds.Duration(decimal.Abs(Nanoseconds.Of((Duration)c[0]!)))),
        new("modulo", FeelType.Number, [Number("dividend"), Number("divisor")],
            c => c.Number(1) == 0 ? c.Null("Division by zero") : Decimals.Modulo(c.Number(0), c.Number(1))),
        new("sqrt", FeelType.Number, [Number("number")], c => Decimals.SquareRoot(c.Number(0))),
        new("log", FeelType.Number, [Number("number")], c => Decimals.Log(c.Number(0))),
        new("exp", FeelType.Number, [Number("number")], c => Decimals.Exp(c.Number(0))),
        new("odd", FeelType.Boolean, [Number("number")], c => Math.Abs(c.Number(0) % 2) == 1),
        new("even", FeelType.Boolean, [Number("number")], c => c.Number(0) % 2 == 0),
    ];

    private static Signature Whole(string name, Func<decimal, decimal> round) =>
        new(name, FeelType.Number, [Number("n")], c => round(c.Number(0)));

    private static Signature Rounding(string name, Func<decimal, decimal> round) =>
        new(name, FeelType.Number, [Number("n"), Number("scale")],
            c => c.Whole(1) is { } scale and >= -6111 and <= 6176
                ? At(c.Number(0), scale, round)
                : c.Null("Expected a scale from -6111 to 6176"));

    private static decimal At(decimal number, int scale, Func<decimal, decimal> round)
    {
        if (scale >= number.Scale)
        {
            return number;
        }
        if (scale < -28)
        {
            return round(number / 1e28m * 0.1m) == 0 ? 0 : throw new OverflowException();
        }
        return scale < 0 ? round(number / PowerOfTen(-scale)) * PowerOfTen(-scale) : round(number * PowerOfTen(scale)) / PowerOfTen(scale);
    }

    private static decimal PowerOfTen(int exponent) => Decimals.Power(10, exponent)!.Value;

    private static decimal HalfDown(decimal number)
    {
        var whole = decimal.Truncate(number);
        return Math.Abs(number - whole) > 0.5m ? whole + Math.Sign(number) : whole;
    }
}
