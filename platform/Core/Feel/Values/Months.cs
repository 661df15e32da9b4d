using NodaTime;

namespace Platform.Core.Feel;

/// <summary>Durations of years and months, always kept with months below twelve, so that equal ones look equal.</summary>
internal static class Months
{
    public static Period Period(long months)
    {
        var count = checked((int)months);
        return new PeriodBuilder { Years = count / 12, Months = count % 12 }.Build();
    }

    public static long Of(Period period) => period.Years * 12L + period.Months;

    /// <summary>Parts of a month are cut off, towards zero.</summary>
    public static Period Period(decimal months) => Period((long)decimal.Truncate(months));

    /// <summary>Whole months from one day to another; negative if <paramref name="to"/> is earlier.</summary>
    public static Period Between(LocalDate from, LocalDate to)
    {
        var months = (to.Year - from.Year) * 12L + to.Month - from.Month;
        var days = to.Day - from.Day;
        return Period(months > 0 && days < 0 ? months - 1 : months < 0 && days > 0 ? months + 1 : months);
    }
}
