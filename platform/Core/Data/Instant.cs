using System.Globalization;

namespace Platform.Core.Data;

/// <summary>
/// A moment in UTC with microsecond precision: what both databases can keep without loss.
/// SQLite holds it as text of fixed width (<c>2026-01-31T09:00:00.000000Z</c>, so that text order is time order), PostgreSQL as <c>timestamptz</c>.
/// </summary>
public readonly struct Instant : IEquatable<Instant>, IComparable<Instant>
{
    private const string Pattern = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    private Instant(long microseconds) => Microseconds = microseconds;

    /// <summary>Microseconds since 1970-01-01T00:00:00Z.</summary>
    public long Microseconds { get; }

    /// <summary>Drops what is finer than a microsecond.</summary>
    public static Instant From(DateTimeOffset value) => new((value.UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond);

    /// <param name="text">The form written by <see cref="ToString"/>.</param>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static Instant Parse(string text) =>
        From(DateTimeOffset.ParseExact(text, Pattern, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));

    public DateTimeOffset ToDateTimeOffset() => new(DateTime.UnixEpoch.Ticks + Microseconds * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);

    public NodaTime.Instant ToNoda() => NodaTime.Instant.FromDateTimeOffset(ToDateTimeOffset());

    public Instant Plus(TimeSpan span) => new(Microseconds + span.Ticks / TimeSpan.TicksPerMicrosecond);

    public TimeSpan Since(Instant earlier) => TimeSpan.FromMicroseconds(Microseconds - earlier.Microseconds);

    public int CompareTo(Instant other) => Microseconds.CompareTo(other.Microseconds);

    public bool Equals(Instant other) => Microseconds == other.Microseconds;

    public override bool Equals(object? obj) => obj is Instant other && Equals(other);

    public override int GetHashCode() => Microseconds.GetHashCode();

    public override string ToString() => ToDateTimeOffset().ToString(Pattern, CultureInfo.InvariantCulture);

    public static bool operator ==(Instant left, Instant right) => left.Equals(right);

    public static bool operator !=(Instant left, Instant right) => !left.Equals(right);

    public static bool operator <(Instant left, Instant right) => left.CompareTo(right) < 0;

    public static bool operator >(Instant left, Instant right) => left.CompareTo(right) > 0;

    public static bool operator <=(Instant left, Instant right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Instant left, Instant right) => left.CompareTo(right) >= 0;
}

/// <summary>The clock, in the platform's own unit.</summary>
public static class Clock
{
    public static Instant Now(this TimeProvider clock) => Instant.From(clock.GetUtcNow());
}
