using NodaTime;
using static Platform.Core.Feel.Functions.Parameter;

namespace Platform.Core.Feel.Functions;

/// <summary>Functions that make dates, times and durations (DMN 1.4, table 71).</summary>
internal static class MomentFunctions
{
    public static IEnumerable<Signature> All { get; } =
    [
        new("date", FeelType.Date, [Text("from")], c => TemporalText.Date(c.Text(0)) ?? NoText(c, "a date such as 2026-01-31")),
        new("date", FeelType.Date, [Date("from")], c => c[0]),
        new("date", FeelType.Date, [DateTime("from")], c => c.DateTime(0).Local.Date),
        new("date", FeelType.Date, [Number("year"), Number("month"), Number("day")], DateOf),
        new("date and time", FeelType.DateTime, [Text("from")], c => DateTimeOf(c.Text(0)) ?? NoText(c, "a date and time such as 2026-01-31T09:00:00")),
        new("date and time", FeelType.DateTime, [Date("date"), Time("time")], c => At(c.Date(0), c.Time(1))),
        new("date and time", FeelType.DateTime, [DateTime("date"), Time("time")], c => At(c.DateTime(0).Local.Date, c.Time(1))),
        new("time", FeelType.Time, [Text("from")], c => TemporalText.Time(c.Text(0)) ?? NoText(c, "a time such as 09:00:00")),
        new("time", FeelType.Time, [Time("from")], c => c[0]),
        new("time", FeelType.Time, [Date("from")], _ => new FeelTime(LocalTime.Midnight, Offset.Zero)),
        new("time", FeelType.Time, [DateTime("from")], c => new FeelTime(c.DateTime(0).Local.TimeOfDay, c.DateTime(0).Offset, c.DateTime(0).Zone)),
        new("time", FeelType.Time, [Number("hour"), Number("minute"), Number("second"), new Parameter("offset", FeelType.DaysTimeDuration).Optional.OrNull], TimeOf),
        new("duration", FeelType.Any, [Text("from")], c => TemporalText.Duration(c.Text(0)) ?? NoText(c, "a duration such as P1Y6M or P3DT12H")),
        new("years and months duration", FeelType.YearsMonthsDuration, [Date("from"), Date("to")], c => Months.Between(c.Date(0), c.Date(1))),
        new("years and months duration", FeelType.YearsMonthsDuration, [DateTime("from"), DateTime("to")],
            c => Months.Between(c.DateTime(0).Local.Date, c.DateTime(1).Local.Date)),
        new("today", FeelType.Date, [], c => c.Run.Moment.Instant.InZone(c.Run.Moment.Zone).Date),
        new("now", FeelType.DateTime, [], c => FeelDateTime.From(c.Run.Moment.Instant.InZone(c.Run.Moment.Zone))),
    ];

    private static object? NoText(Call call, string expected) => call.Null("Expected {0}, found {1}", expected, call[0]);

    private static object? DateOf(Call call)
    {
        if (call.Whole(0) is not { } year || call.Whole(1) is not (>= 1 and <= 12 and var month) || call.Whole(2) is not { } day
            || year is < -9998 or > 9999 || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month))
        {
            return call.Null("There is no day {0}-{1}-{2}", call[0], call[1], call[2]);
        }
        return new LocalDate(year, month, day);
    }

    private static FeelDateTime? DateTimeOf(string text) =>
        TemporalText.DateTime(text) ?? (TemporalText.Date(text) is { } date ? new FeelDateTime(date.AtMidnight()) : null);

    private static FeelDateTime At(LocalDate date, FeelTime time) => new(date + time.Time, time.Offset, time.Zone);

    private static object? TimeOf(Call call)
    {
        var second = call.Number(2);
        Offset? offset = call[3] is Duration d ? TemporalText.OffsetOf((int)d.TotalSeconds) : null;
        if (call.Whole(0) is not (>= 0 and <= 23 and var hour) || call.Whole(1) is not (>= 0 and <= 59 and var minute)
            || second is < 0 or >= 60 || (call.Has(3) && offset is null))
        {
            return call.Null("There is no time {0}:{1}:{2} with this offset", call[0], call[1], call[2]);
        }
        return new FeelTime(new LocalTime(hour, minute).PlusNanoseconds((long)(second * 1_000_000_000)), offset);
    }
}
