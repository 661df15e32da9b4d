using NodaTime;

namespace Platform.Core.Feel;

/// <summary>A time of day, without offset, with an offset from UTC, or in a named zone. Record equality is FEEL's <c>is()</c>.</summary>
/// <param name="Offset">Null when the time has none or is in a zone.</param>
/// <param name="Zone">A tz database id such as <c>Etc/UTC</c>; null when the time has none.</param>
public sealed record FeelTime(LocalTime Time, Offset? Offset = null, string? Zone = null)
{
    // A zone has no offset without a day; a fixed one keeps answers the same all year.
    private static readonly LocalDate Reference = new(2000, 1, 1);

    /// <summary>The offset from UTC, that of a zone taken on 2000-01-01; null for a time without either.</summary>
    public Offset? ResolvedOffset => Zone is null ? Offset : Zones.OffsetAt(Zone, Reference + Time);

    /// <summary>Whole seconds since midnight UTC (or local midnight): what FEEL compares.</summary>
    internal long Seconds => Time.NanosecondOfDay / NodaConstants.NanosecondsPerSecond - (ResolvedOffset?.Seconds ?? 0);
}
