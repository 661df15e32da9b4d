using Platform.Core.Data;
using Platform.Core.Packs;
using Platform.Modules.Cases.Desk;

namespace Platform.Modules.Cases.Workflow;

/// <summary>A deadline as the law counts it and as clocks see it.</summary>
/// <param name="On">The last local day.</param>
/// <param name="At">The first moment after it; for hours, the moment itself.</param>
internal sealed record Deadline(DateOnly On, Instant At)
{
    /// <summary>From a moment on, in the pack's zone and working days.</summary>
    public static Deadline? After(PackDuration? span, Instant from, Pack pack)
    {
        if (span is not { } within)
        {
            return null;
        }

        if (within.Unit == PackDurationUnit.Hours)
        {
            var end = from.Plus(TimeSpan.FromHours(within.Amount));
            return new(LocalDay.Of(end, pack), end);
        }

        return OfDay(within.After(LocalDay.Of(from, pack), pack.Calendar), pack);
    }

    /// <summary>Until when the service promises a decision.</summary>
    public static Deadline? Of(CaseRow found) => (found.DueOn, found.DueAt) is ({ } on, { } at) ? new(on, at) : null;

    /// <summary>A state's deadline is never later than what was promised: the sooner of the two.</summary>
    public Deadline NoLaterThan(Deadline? promised) => promised?.At < At ? promised : this;

    /// <summary>A deadline that stood still gets back what it stood, in the unit that it counts: working days, hours, or days of the calendar.</summary>
    public Deadline Shifted(PackDurationUnit unit, Instant paused, Instant now, Pack pack)
    {
        if (unit == PackDurationUnit.Hours)
        {
            var end = At.Plus(now.Since(paused));
            return new(LocalDay.Of(end, pack), end);
        }

        var (from, to) = (LocalDay.Of(paused, pack), LocalDay.Of(now, pack));
        var days = Enumerable.Range(1, to.DayNumber - from.DayNumber).Select(from.AddDays);
        return OfDay(unit == PackDurationUnit.WorkingDays ? pack.Calendar.AddWorkingDays(On, days.Count(pack.Calendar.IsWorkingDay)) : On.AddDays(days.Count()), pack);
    }

    private static Deadline OfDay(DateOnly day, Pack pack) => new(day, LocalDay.StartOf(day.AddDays(1), pack));
}
