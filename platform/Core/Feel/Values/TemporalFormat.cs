using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Platform.Core.Feel;

/// <summary>Writes dates, times and durations in the forms <see cref="TemporalText"/> reads.</summary>
internal static class TemporalFormat
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm:ss.FFFFFFFFF");
    private static readonly OffsetPattern Shift = OffsetPattern.CreateWithInvariantCulture("+HH:mm:ss");
    private static readonly OffsetPattern ShortShift = OffsetPattern.CreateWithInvariantCulture("+HH:mm");

    public static string Of(LocalDate date) => string.Create(CultureInfo.InvariantCulture,
        $"{(date.Year < 0 ? "-" : "")}{Math.Abs(date.Year):0000}-{date.Month:00}-{date.Day:00}");

    public static string Of(FeelTime time) => Clock.Format(time.Time) + Place(time.Offset, time.Zone);

    public static string Of(FeelDateTime at) => $"{Of(at.Local.Date)}T{Clock.Format(at.Local.TimeOfDay)}{Place(at.Offset, at.Zone)}";

    public static string Of(Period period)
    {
        long months = Months.Of(period), size = Math.Abs(months);
        var sign = months < 0 ? "-P" : "P";
        return size == 0 ? "P0M" : sign + Part(size / 12, "Y") + Part(size % 12, "M");
    }

    public static string Of(Duration duration)
    {
        var size = decimal.Abs(Nanoseconds.Of(duration));
        var days = decimal.Floor(size / NodaConstants.NanosecondsPerDay);
        var time = Time(size % NodaConstants.NanosecondsPerDay);
        if (days == 0 && time.Length == 0)
        {
            return "PT0S";
        }
        return (duration < Duration.Zero ? "-P" : "P") + Part(days, "D") + (time.Length > 0 ? "T" + time : "");
    }

    private static string Time(decimal nanoseconds)
    {
        var hours = decimal.Floor(nanoseconds / NodaConstants.NanosecondsPerHour);
        var minutes = decimal.Floor(nanoseconds % NodaConstants.NanosecondsPerHour / NodaConstants.NanosecondsPerMinute);
        return Part(hours, "H") + Part(minutes, "M") + Part(nanoseconds % NodaConstants.NanosecondsPerMinute / 1_000_000_000, "S");
    }

    private static string Part(decimal count, string unit) =>
        count == 0 ? "" : count.ToString("0.#########", CultureInfo.InvariantCulture) + unit;

    private static string Place(Offset? offset, string? zone)
    {
        if (zone is not null)
        {
            return "@" + zone;
        }
        return offset switch { null => "", { Seconds: 0 } => "Z", { } o => (o.Seconds % 60 == 0 ? ShortShift : Shift).Format(o) };
    }
}
