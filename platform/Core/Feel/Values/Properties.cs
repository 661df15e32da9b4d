using NodaTime;

namespace Platform.Core.Feel;

/// <summary>What may be asked of a value after a dot (DMN 1.4, tables 63 to 65).</summary>
internal static class Properties
{
    public static readonly string[] WithSpaces = ["time offset", "start included", "end included"];

    public static object? Of(object value, string name) => value switch
    {
        LocalDate date => Of(date, name),
        FeelDateTime at => Of(at.Local.Date, name) ?? Of(at.Local.TimeOfDay, name) ?? Place(at.ResolvedOffset, at.Zone, name),
        FeelTime time => Of(time.Time, name) ?? Place(time.ResolvedOffset, time.Zone, name),
        Period months => name switch { "years" => (decimal)months.Years, "months" => (decimal)months.Months, _ => null },
        Duration duration => Of(duration, name),
        FeelRange range => Of(range, name),
        _ => null,
    };

    /// <summary>Null if values of the type have no such property.</summary>
    public static FeelType? TypeOf(FeelType type, string name) => name switch
    {
        "year" or "month" or "day" or "weekday" => type == FeelType.Date || type == FeelType.DateTime ? FeelType.Number : null,
        "hour" or "minute" or "second" => type == FeelType.Time || type == FeelType.DateTime ? FeelType.Number : null,
        "time offset" => type == FeelType.Time || type == FeelType.DateTime ? FeelType.DaysTimeDuration : null,
        "timezone" => type == FeelType.Time || type == FeelType.DateTime ? FeelType.String : null,
        "years" or "months" => type == FeelType.YearsMonthsDuration ? FeelType.Number : null,
        "days" or "hours" or "minutes" or "seconds" => type == FeelType.DaysTimeDuration ? FeelType.Number : null,
        "start" or "end" => (type as FeelType.Range)?.Of,
        "start included" or "end included" => type is FeelType.Range ? FeelType.Boolean : null,
        _ => null,
    };

    private static object? Of(LocalDate date, string name) => name switch
    {
        "year" => (decimal)date.Year,
        "month" => (decimal)date.Month,
        "day" => (decimal)date.Day,
        "weekday" => (decimal)(int)date.DayOfWeek,
        _ => null,
    };

    private static object? Of(LocalTime time, string name) => name switch
    {
        "hour" => (decimal)time.Hour,
        "minute" => (decimal)time.Minute,
        "second" => time.Second + time.NanosecondOfSecond / 1_000_000_000m,
        _ => null,
    };

    private static object? Place(Offset? offset, string? zone, string name) => name switch
    {
        "time offset" => offset is { } o ? Duration.FromSeconds(o.Seconds) : null,
        "timezone" => zone,
        _ => null,
    };

    private static object? Of(Duration duration, string name) => name switch
    {
        "days" => (decimal)duration.Days,
        "hours" => (decimal)duration.Hours,
        "minutes" => (decimal)duration.Minutes,
        "seconds" => duration.Seconds + duration.SubsecondNanoseconds / 1_000_000_000m,
        _ => null,
    };

    private static object? Of(FeelRange range, string name) => name switch
    {
        "start" => range.Start,
        "end" => range.End,
        "start included" => range.StartIncluded,
        "end included" => range.EndIncluded,
        _ => null,
    };
}
