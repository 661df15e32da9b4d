using NodaTime;

namespace Platform.Core.Feel;

/// <summary>The operators on values. Null where FEEL defines no result; an overflow throws.</summary>
internal static class Arithmetic
{
    public static object? Add(object? left, object? right) => (left, right) switch
    {
        (decimal a, decimal b) => a + b,
        (string a, string b) => a + b,
        (Period a, Period b) => Months.Period(Months.Of(a) + Months.Of(b)),
        (Duration a, Duration b) => a + b,
        (Period or Duration, LocalDate or FeelDateTime or FeelTime) => Calendar.Add(right, left),
        _ => Calendar.Add(left, right),
    };

    public static object? Subtract(object? left, object? right) => (left, right) switch
    {
        (decimal a, decimal b) => a - b,
        (Period a, Period b) => Months.Period(Months.Of(a) - Months.Of(b)),
        (Duration a, Duration b) => a - b,
        (_, Period or Duration) => Calendar.Add(left, Negate(right)),
        _ => Calendar.Difference(left, right),
    };

    public static object? Multiply(object? left, object? right) => (left, right) switch
    {
        (decimal a, decimal b) => a * b,
        (decimal a, Period b) => Months.Period(a * Months.Of(b)),
        (Period a, decimal b) => Months.Period(Months.Of(a) * b),
        (decimal a, Duration b) => Nanoseconds.Duration(a * Nanoseconds.Of(b)),
        (Duration a, decimal b) => Nanoseconds.Duration(Nanoseconds.Of(a) * b),
        _ => null,
    };

    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    public static object? Divide(object? left, object? right) => (left, right) switch
    {
        (decimal a, decimal b) => a / b,
        (Period a, decimal b) => Months.Period(Months.Of(a) / b),
        (Period a, Period b) => (decimal)Months.Of(a) / Months.Of(b),
        (Duration a, decimal b) => Nanoseconds.Duration(Nanoseconds.Of(a) / b),
        (Duration a, Duration b) => Nanoseconds.Of(a) / Nanoseconds.Of(b),
        _ => null,
    };

    public static object? Power(object? left, object? right) =>
        (left, right) is (decimal a, decimal b) ? Decimals.Power(a, b) : null;

    public static object? Negate(object? value) => value switch
    {
        decimal a => -a,
        Period a => Months.Period(-Months.Of(a)),
        Duration a => -a,
        _ => null,
    };
}
