using NodaTime;
using Platform.Core.Packs;

namespace Platform.Modules.Cases.Workflow;

/// <summary>A deadline as the law counts it and as clocks see it.</summary>
/// <param name="On">The last local day.</param>
/// <param name="At">The first moment after it; for hours, the moment itself.</param>
internal sealed record Deadline(DateOnly On, Core.Data.Instant At)
{
    /// <summary>From a moment on, in the pack's zone and working days.</summary>
    public static Deadline? After(PackDuration? span, Core.Data.Instant from, Pack pack)
    {
        if (span is not { } within)
        {
            return null;
        }

        var local = from.ToNoda().InZone(pack.TimeZone);
        if (within.Unit == PackDurationUnit.Hours)
        {
            var end = local.Plus(Duration.FromHours(within.Amount));
            return new(end.Date.ToDateOnly(), Core.Data.Instant.From(end.ToDateTimeOffset()));
        }

        return OfDay(within.After(local.Date.ToDateOnly(), pack.Calendar), pack);
    }

    /// <summary>Until when the service promises a decision.</summary>
    public static Deadline? Of(CaseRow found) => (found.DueOn, found.DueAt) is ({ } on, { } at) ? new(on, at) : null;

    /// <summary>A state's deadline is never later than what was promised: the sooner of the two.</summary>
    public Deadline NoLaterThan(Deadline? promised) => promised?.At < At ? promised : this;

    /// <summary>A deadline that stood still gets the days back that it stood.</summary>
    public static Deadline? Shifted(DateOnly? on, Core.Data.Instant? paused, Core.Data.Instant now, Pack pack)
    {
        if (on is not { } day || paused is not { } since)
        {
            return null;
        }

        var from = since.ToNoda().InZone(pack.TimeZone).Date.ToDateOnly();
        var to = now.ToNoda().InZone(pack.TimeZone).Date.ToDateOnly();
        var stood = Enumerable.Range(1, to.DayNumber - from.DayNumber).Count(n => pack.Calendar.IsWorkingDay(from.AddDays(n)));
        return OfDay(pack.Calendar.AddWorkingDays(day, stood), pack);
    }

    private static Deadline OfDay(DateOnly day, Pack pack) =>
        new(day, Core.Data.Instant.From(LocalDate.FromDateOnly(day).PlusDays(1).AtStartOfDayInZone(pack.TimeZone).ToDateTimeOffset()));
}
