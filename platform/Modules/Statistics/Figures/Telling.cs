using System.Globalization;

namespace Platform.Modules.Statistics.Figures;

/// <summary>Sums up tallies for one page and leaves out what must not be told.</summary>
internal sealed class Telling(Period period, string? organization)
{
    private const string All = "";

    /// <returns>Null where it is too small, here or beside it.</returns>
    public long? Total(IReadOnlyList<Tally> tallies) => IsTotalHidden(tallies, byMonth: period.Month is not null) ? null : Here(tallies).Sum(t => t.Count);

    public Breakdown Of(IReadOnlyList<Tally> tallies)
    {
        var hidden = Hiding.Of(tallies, period, period.Month is not null, organization is not null);
        var groups = Here(tallies).GroupBy(t => t.Key).Select(g => new Group(g.Key, g.Sum(t => t.Count))).Where(g => g.Count > 0)
            .OrderByDescending(g => g.Count).ThenBy(g => g.Id, StringComparer.Ordinal).ToLookup(g => hidden.Contains(g.Id));
        var others = groups[true].Sum(g => g.Count);
        return new([.. groups[false]], others >= Hiding.Least && Total(tallies) is not null ? others : null, others > 0);
    }

    /// <summary>The total of each month, in their order; where one must be hidden, of none.</summary>
    public Breakdown Months(IReadOnlyList<Tally> tallies)
    {
        var isHidden = IsTotalHidden(tallies, byMonth: true);
        var months = isHidden ? [] : Here(tallies).GroupBy(t => t.Month).OrderBy(g => g.Key).Select(g => new Group(g.Key.ToString("yyyy-MM", CultureInfo.InvariantCulture), g.Sum(t => t.Count)));
        return new([.. months], null, isHidden);
    }

    /// <summary>The mean of steps, to one decimal.</summary>
    /// <param name="tallies">Their keys are the steps.</param>
    public decimal Mean(IReadOnlyList<Tally> tallies)
    {
        var here = Here(tallies).ToList();
        return decimal.Round((decimal)here.Sum(t => int.Parse(t.Key, CultureInfo.InvariantCulture) * t.Count) / here.Sum(t => t.Count), 1, MidpointRounding.AwayFromZero);
    }

    private bool IsTotalHidden(IReadOnlyList<Tally> tallies, bool byMonth) =>
        Hiding.Of([.. tallies.Select(t => t with { Key = All })], period, byMonth, organization is not null).Count > 0;

    private IEnumerable<Tally> Here(IReadOnlyList<Tally> tallies) => tallies.Where(t => period.Holds(t.Month) && (organization is null || t.Organization == organization));
}
