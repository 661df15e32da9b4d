using NodaTime;

namespace Platform.Core.Feel;

/// <summary>A date and time, without offset, with an offset from UTC, or in a named zone. Record equality is FEEL's <c>is()</c>.</summary>
/// <param name="Offset">Null when the value has none or is in a zone.</param>
/// <param name="Zone">A tz database id such as <c>Etc/UTC</c>; null when the value has none.</param>
public sealed record FeelDateTime(LocalDateTime Local, Offset? Offset = null, string? Zone = null)
{
    /// <summary>The offset from UTC at this moment; null for a value without offset and zone.</summary>
    public Offset? ResolvedOffset => Zone is null ? Offset : Zones.OffsetAt(Zone, Local);

    public static FeelDateTime From(OffsetDateTime value) => new(value.LocalDateTime, value.Offset);

    public static FeelDateTime From(ZonedDateTime value) => value.Zone is { Id: "UTC" }
        ? new(value.LocalDateTime, NodaTime.Offset.Zero)
        : new(value.LocalDateTime, null, value.Zone.Id);

    /// <summary>Nanoseconds on the line of UTC (or of local time without offset), so that differences are exact.</summary>
    internal Duration SinceEpoch => Local.InUtc().ToInstant() - NodaConstants.UnixEpoch - Duration.FromSeconds(ResolvedOffset?.Seconds ?? 0);

    /// <summary>Whole seconds: what FEEL compares.</summary>
    internal long Seconds => (long)Math.Floor(SinceEpoch.TotalSeconds);
}
