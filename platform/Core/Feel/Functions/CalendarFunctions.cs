using System.Globalization;
using NodaTime;
using NodaTime.Calendars;
using static Platform.Core.Feel.Functions.Parameter;

namespace Platform.Core.Feel.Functions;

/// <summary>What a date is called, and whether two values are the very same (DMN 1.4, tables 79 and 81). Names are English whatever the culture.</summary>
internal static class CalendarFunctions
{
    public static IEnumerable<Signature> All { get; } =
    [
        .. Both("day of year", FeelType.Number, d => (decimal)d.DayOfYear),
        .. Both("day of week", FeelType.String, d => d.DayOfWeek.ToString()),
        .. Both("month of year", FeelType.String, d => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(d.Month)),
        .. Both("week of year", FeelType.Number, d => (decimal)WeekYearRules.Iso.GetWeekOfWeekYear(d)),
        new("is", FeelType.Boolean, [Value("value1"), Value("value2")], c => Is(c[0], c[1], c.Run)),
    ];

    private static Signature[] Both(string name, FeelType result, Func<LocalDate, object> of) =>
    [
        new(name, result, [Date("date")], c => of(c.Date(0))),
        new(name, result, [DateTime("date")], c => of(c.DateTime(0).Local.Date)),
    ];

    // Unlike =, is() tells 10:00Z from 11:00+01:00.
    private static bool Is(object? left, object? right, Run run) =>
        left is FeelTime or FeelDateTime ? left.Equals(right) : Equality.Same(left, right, run);
}
