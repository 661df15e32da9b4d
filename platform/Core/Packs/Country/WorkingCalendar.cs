using System.Collections.Frozen;
using System.Globalization;
using Platform.Core.Texts;

namespace Platform.Core.Packs;

/// <summary>A public holiday: each year on one day, or on listed dates.</summary>
/// <param name="Id">Kebab-case id.</param>
/// <param name="Title">Its name.</param>
/// <param name="Every">Month and day when it returns each year.</param>
/// <param name="Dates">Dates when it does not.</param>
/// <param name="Example">Not announced or confirmed yet: deadlines that pass it are provisional.</param>
public sealed record Holiday(string Id, PackText Title, (int Month, int Day)? Every, IReadOnlyList<DateOnly> Dates, bool Example)
{
    /// <summary>True when the holiday falls on this date.</summary>
    public bool IsOn(DateOnly date) => Every == (date.Month, date.Day) || Dates.Contains(date);

    internal static Holiday Read(NodeReader reader)
    {
        _ = reader.Optional("source");
        var holiday = new Holiday(reader.Slug(), reader.Text("title"), YearDay(reader), reader.Dates("dates"), reader.Example());
        if (!reader.Has("every") && !reader.Has("dates"))
        {
            reader.Problems.Add(reader.Source, "The holiday '{0}' has no date: write 'every: 12-02' or 'dates: [2026-04-14]'.", holiday.Id);
        }
        return holiday;
    }

    // Checked in a leap year, so that 29 February is a day.
    private static (int, int)? YearDay(NodeReader reader)
    {
        if (reader.Scalar("every") is not { } scalar)
        {
            return null;
        }
        if (DateOnly.TryParseExact($"2024-{scalar.Value}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return (date.Month, date.Day);
        }
        reader.Problems.Add(scalar.Source, "'{0}' is not a day of the year: write month-day, for example 12-02.", scalar.Value);
        return null;
    }
}

/// <summary>Which days offices work. All deadlines in working days go through here.</summary>
public sealed class WorkingCalendar
{
    private readonly FrozenSet<DayOfWeek> weekend;
    private readonly FrozenSet<DateOnly> workingDays;

    internal WorkingCalendar(IEnumerable<DayOfWeek> weekend, DayOfWeek firstDay, IReadOnlyList<Holiday> holidays, IEnumerable<DateOnly> workingDays)
    {
        this.weekend = weekend.ToFrozenSet();
        this.workingDays = workingDays.ToFrozenSet();
        (FirstDay, Holidays) = (firstDay, holidays);
    }

    /// <summary>The day a week begins with.</summary>
    public DayOfWeek FirstDay { get; }

    /// <summary>All holidays in the order of the pack.</summary>
    public IReadOnlyList<Holiday> Holidays { get; }

    /// <summary>True when offices work on this date.</summary>
    public bool IsWorkingDay(DateOnly date) =>
        workingDays.Contains(date) || (!weekend.Contains(date.DayOfWeek) && !Holidays.Any(h => h.IsOn(date)));

    /// <summary>The date <paramref name="count"/> working days after <paramref name="date"/>, the day itself not counted; the same day for 0.</summary>
    public DateOnly AddWorkingDays(DateOnly date, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        while (count > 0)
        {
            date = date.AddDays(1);
            count -= IsWorkingDay(date) ? 1 : 0;
        }
        return date;
    }

    internal static WorkingCalendar Read(NodeReader reader)
    {
        var weekend = reader.Choices<DayOfWeek>("weekend");
        if (weekend.Distinct().Count() == 7)
        {
            reader.Problems.Add(reader.At("weekend"), "A weekend of seven days leaves none to work: list the free days only.");
            weekend = [];
        }
        return new(weekend, reader.Choice("first-day", DayOfWeek.Monday), reader.List("holidays", Holiday.Read), reader.Dates("working-days"));
    }

    internal static WorkingCalendar Plain { get; } = new([DayOfWeek.Saturday, DayOfWeek.Sunday], DayOfWeek.Monday, [], []);
}
