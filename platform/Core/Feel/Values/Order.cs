using NodaTime;

namespace Platform.Core.Feel;

/// <summary>FEEL's <c>&lt;</c> and its family. Times are compared by whole seconds, as FEEL's value functions are defined (DMN 1.4, 10.3.2.3).</summary>
internal static class Order
{
    /// <summary>Below zero, zero or above, as of <see cref="IComparable"/>; null when the two have no order.</summary>
    public static int? Compare(object? left, object? right) => (left, right) switch
    {
        (decimal a, decimal b) => a.CompareTo(b),
        (string a, string b) => string.CompareOrdinal(a, b),
        (LocalDate a, LocalDate b) => a.CompareTo(b),
        (FeelTime a, FeelTime b) => Alike(a.ResolvedOffset, b.ResolvedOffset) ? a.Seconds.CompareTo(b.Seconds) : null,
        (FeelDateTime a, FeelDateTime b) => Alike(a.ResolvedOffset, b.ResolvedOffset) ? a.Seconds.CompareTo(b.Seconds) : null,
        (Period a, Period b) => Months.Of(a).CompareTo(Months.Of(b)),
        (Duration a, Duration b) => a.CompareTo(b),
        _ => null,
    };

    // A local time and one on the line of UTC cannot be put in order.
    private static bool Alike(Offset? left, Offset? right) => left.HasValue == right.HasValue;
}
