using System.Globalization;
using System.Text.RegularExpressions;

namespace Platform.Core.Packs;

/// <summary>Units in which packs state deadlines and validity.</summary>
public enum PackDurationUnit { Hours, Days, WorkingDays, Weeks, Months, Years }

/// <summary>A span as written in a pack: <c>3 working days</c>, <c>6 months</c>. Working days need a calendar to become a date.</summary>
public readonly partial record struct PackDuration(int Amount, PackDurationUnit Unit)
{
    /// <summary>Reads <c>1 hour</c>, <c>10 days</c>, <c>3 working days</c>, <c>2 weeks</c>, <c>6 months</c>, <c>1 year</c>; else null.</summary>
    public static PackDuration? Parse(string text)
    {
        var match = Form().Match(text);
        return match.Success && int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var amount)
            ? new(amount, UnitOf(match.Groups[2].Value))
            : null;
    }

    /// <summary>The date this span after <paramref name="from"/>; hours count within the same day.</summary>
    public DateOnly After(DateOnly from, WorkingCalendar calendar) => Unit switch
    {
        PackDurationUnit.WorkingDays => calendar.AddWorkingDays(from, Amount),
        PackDurationUnit.Days => from.AddDays(Amount),
        PackDurationUnit.Weeks => from.AddDays(7 * Amount),
        PackDurationUnit.Months => from.AddMonths(Amount),
        PackDurationUnit.Years => from.AddYears(Amount),
        _ => from,
    };

    /// <summary>As written in a pack: <c>3 working days</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Amount} {(Unit == PackDurationUnit.WorkingDays ? "working day" : Unit.ToString().ToLowerInvariant()[..^1])}{(Amount == 1 ? "" : "s")}");

    private static PackDurationUnit UnitOf(string word) => word switch
    {
        "hour" => PackDurationUnit.Hours,
        "day" => PackDurationUnit.Days,
        "working day" => PackDurationUnit.WorkingDays,
        "week" => PackDurationUnit.Weeks,
        "month" => PackDurationUnit.Months,
        _ => PackDurationUnit.Years,
    };

    [GeneratedRegex("^([0-9]{1,4}) (hour|day|working day|week|month|year)s?$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
