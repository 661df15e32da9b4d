using NodaTime;

namespace Platform.Core.Feel;

/// <summary>Moving along the calendar and the clock (DMN 1.4, tables 57 and 58).</summary>
internal static class Calendar
{
    public static object? Add(object? moment, object? duration) => (moment, duration) switch
    {
        (LocalDate date, Period months) => date.PlusMonths((int)Months.Of(months)),
        (LocalDate date, Duration time) => Plus(date.AtMidnight(), time).Date,
        (FeelDateTime at, Period months) => at with { Local = at.Local.PlusMonths((int)Months.Of(months)) },
        (FeelDateTime { Zone: not null } at, Duration time) => PlusInZone(at, time),
        (FeelDateTime at, Duration time) => at with { Local = Plus(at.Local, time) },
        (FeelTime at, Duration time) => at with { Time = at.Time.PlusNanoseconds(time.NanosecondOfDay) },
        _ => null,
    };

    public static object? Difference(object? left, object? right) => (left, right) switch
    {
        (FeelTime a, FeelTime b) => Between(a.ResolvedOffset, SinceMidnight(a), b.ResolvedOffset, SinceMidnight(b)),
        (LocalDate a, LocalDate b) => Difference(AtUtcMidnight(a), AtUtcMidnight(b)),
        (LocalDate a, FeelDateTime b) => Difference(AtUtcMidnight(a), b),
        (FeelDateTime a, LocalDate b) => Difference(a, AtUtcMidnight(b)),
        (FeelDateTime a, FeelDateTime b) => Between(a.ResolvedOffset, a.SinceEpoch, b.ResolvedOffset, b.SinceEpoch),
        _ => null,
    };

    /// <summary>A date used as a moment is midnight UTC (DMN 1.4, 10.3.2.3.6).</summary>
    public static FeelDateTime AtUtcMidnight(LocalDate date) => new(date.AtMidnight(), Offset.Zero);

    private static Duration SinceMidnight(FeelTime time) =>
        Duration.FromNanoseconds(time.Time.NanosecondOfDay) - Duration.FromSeconds(time.ResolvedOffset?.Seconds ?? 0);

    private static object? Between(Offset? leftOffset, Duration left, Offset? rightOffset, Duration right) =>
        leftOffset.HasValue == rightOffset.HasValue ? left - right : null;

    private static LocalDateTime Plus(LocalDateTime local, Duration duration) =>
        (local.InUtc() + duration).LocalDateTime;

    private static FeelDateTime PlusInZone(FeelDateTime at, Duration duration)
    {
        var zone = DateTimeZoneProviders.Tzdb[at.Zone!];
        return at with { Local = (zone.AtLeniently(at.Local) + duration).LocalDateTime };
    }
}
