using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Platform.Core.Feel;

/// <summary>Reads dates, times and durations in the forms of XML Schema, with <c>@Zone/Id</c> for named zones (DMN 1.4, 10.3.4.1). Null when the text is none.</summary>
internal static partial class TemporalText
{
    /// <summary>What an at-literal such as <c>@"2026-01-31"</c> stands for.</summary>
    public static object? Any(string text) =>
        (object?)Duration(text) ?? (object?)Date(text) ?? (object?)DateTime(text) ?? Time(text);

    public static LocalDate? Date(string text) =>
        DateForm().Match(text) is { Success: true } form ? Day(form) : null;

    public static FeelTime? Time(string text)
    {
        if (TimeForm().Match(text) is not { Success: true } form || Clock(form) is not var (time, _) || !Placed(form, out var offset, out var zone))
        {
            return null;
        }
        return new FeelTime(time, offset, zone);
    }

    public static FeelDateTime? DateTime(string text)
    {
        var split = text.IndexOf('T', StringComparison.Ordinal);
        if (split < 0 || Date(text[..split]) is not { } day)
        {
            return null;
        }
        if (TimeForm().Match(text[(split + 1)..]) is not { Success: true } form || Clock(form) is not var (time, endOfDay) || !Placed(form, out var offset, out var zone))
        {
            return null;
        }
        return new FeelDateTime((endOfDay ? day.PlusDays(1) : day) + time, offset, zone);
    }

    /// <summary>A <see cref="Period"/> of years and months or a <see cref="NodaTime.Duration"/> of days and time.</summary>
    public static object? Duration(string text)
    {
        if (MonthsForm().Match(text) is { Success: true } months)
        {
            return MonthsOf(months);
        }
        return DaysForm().Match(text) is { Success: true } days ? DurationOf(days) : null;
    }

    /// <summary>Null for hours, minutes or an offset that no clock shows.</summary>
    public static Offset? OffsetOf(int seconds) =>
        Math.Abs(seconds) <= Offset.MaxValue.Seconds ? Offset.FromSeconds(seconds) : null;

    private static LocalDate? Day(Match form)
    {
        var year = Whole(form.Groups["year"]) * (form.Groups["before"].Length > 0 ? -1 : 1);
        int month = (int)Whole(form.Groups["month"]), day = (int)Whole(form.Groups["day"]);
        if (year is < -9998 or > 9999 || month is < 1 or > 12)
        {
            return null;
        }
        return day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth((int)year, month) ? new LocalDate((int)year, month, day) : null;
    }

    // 24:00:00 is the end of the day, and of no other second.
    private static (LocalTime Time, bool EndOfDay)? Clock(Match form)
    {
        int hour = (int)Whole(form.Groups["hour"]), minute = (int)Whole(form.Groups["minute"]), second = (int)Whole(form.Groups["second"]);
        var nanosecond = (long)(Fraction(form.Groups["fraction"]) * 1_000_000_000);
        if (hour == 24 && minute == 0 && second == 0 && nanosecond == 0)
        {
            return (LocalTime.Midnight, true);
        }
        return hour < 24 && minute < 60 && second < 60 ? (new LocalTime(hour, minute, second).PlusNanoseconds(nanosecond), false) : null;
    }

    private static bool Placed(Match form, out Offset? offset, out string? zone)
    {
        zone = form.Groups["zone"] is { Success: true } id ? id.Value : null;
        offset = form.Groups["utc"].Success ? Offset.Zero : form.Groups["sign"].Success ? Shift(form) : null;
        return (zone is null || Zones.Exists(zone)) && (offset is not null || !form.Groups["sign"].Success);
    }

    private static Offset? Shift(Match form)
    {
        long hours = Whole(form.Groups["oh"]), minutes = Whole(form.Groups["om"]), seconds = Whole(form.Groups["os"]);
        if (minutes > 59 || seconds > 59)
        {
            return null;
        }
        return OffsetOf((int)(hours * 3600 + minutes * 60 + seconds) * (form.Groups["sign"].Value == "-" ? -1 : 1));
    }

    private static Period? MonthsOf(Match form)
    {
        var months = Whole(form.Groups["years"]) * 12m + Whole(form.Groups["months"]);
        return months <= int.MaxValue ? Months.Period(form.Groups["minus"].Length > 0 ? -months : months) : null;
    }

    private static Duration? DurationOf(Match form)
    {
        var seconds = Whole(form.Groups["days"]) * 86400m + Whole(form.Groups["hours"]) * 3600m + Whole(form.Groups["minutes"]) * 60m
            + Whole(form.Groups["seconds"]) + Fraction(form.Groups["fraction"]);
        if (seconds >= 86400m * 16_000_000)
        {
            return null;
        }
        return Nanoseconds.Duration(seconds * 1_000_000_000 * (form.Groups["minus"].Length > 0 ? -1 : 1));
    }

    // At most 15 digits match, so no number overflows.
    private static long Whole(Group digits) =>
        digits.Length == 0 ? 0 : long.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static decimal Fraction(Group digits) =>
        digits.Length == 0 ? 0 : decimal.Parse($"0.{digits.ValueSpan}", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<before>-?)(?<year>[1-9][0-9]{4,8}|[0-9]{4})-(?<month>[0-9]{2})-(?<day>[0-9]{2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex DateForm();

    [GeneratedRegex(@"^(?<hour>[0-9]{2}):(?<minute>[0-9]{2}):(?<second>[0-9]{2})(\.(?<fraction>[0-9]{1,9})[0-9]{0,20})?((?<utc>Z)|(?<sign>[+-])(?<oh>[0-9]{2}):(?<om>[0-9]{2})(:(?<os>[0-9]{2}))?|@(?<zone>[A-Za-z][A-Za-z0-9_+/-]{0,60}))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex TimeForm();

    [GeneratedRegex(@"^(?<minus>-?)P(?=[0-9])((?<years>[0-9]{1,15})Y)?((?<months>[0-9]{1,15})M)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex MonthsForm();

    [GeneratedRegex(@"^(?<minus>-?)P(?=[0-9T])((?<days>[0-9]{1,15})D)?(T(?=[0-9])((?<hours>[0-9]{1,15})H)?((?<minutes>[0-9]{1,15})M)?((?<seconds>[0-9]{1,15})(\.(?<fraction>[0-9]{0,9})[0-9]{0,20})?S)?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex DaysForm();
}
