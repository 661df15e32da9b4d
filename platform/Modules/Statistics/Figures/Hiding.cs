namespace Platform.Modules.Statistics.Figures;

/// <summary>
/// Which groups a page does not tell. A group is hidden where one of its figures would be smaller than <see cref="Least"/>, on this page or on
/// one beside it: another month, another body. More groups are hidden until what is hidden together is large enough everywhere, so that no
/// difference of figures that are told gives one that is not.
/// </summary>
/// <remarks>
/// It is decided once for all pages of a kind. A group is told for every month or for none: were it told for eleven months and the year, it would be
/// told for the twelfth too. What a coarser page hides the finer ones hide as well.
/// </remarks>
internal static class Hiding
{
    /// <summary>The smallest figure that is told.</summary>
    public const long Least = 10;

    /// <param name="tallies">Of the whole scope, all bodies.</param>
    /// <param name="byMonth">The page is about one month.</param>
    /// <param name="byBody">The page is about one body.</param>
    public static HashSet<string> Of(IReadOnlyList<Tally> tallies, Period period, bool byMonth, bool byBody)
    {
        var whole = Close([], tallies, t => period.Part(t.Month));
        var month = byMonth ? Close(whole, tallies, t => t.Month) : whole;
        var body = byBody ? Close(whole, tallies, t => (period.Part(t.Month), t.Organization)) : whole;
        return byMonth && byBody ? Close(month.Union(body), tallies, t => (t.Month, t.Organization)) : [.. month, .. body];
    }

    private static HashSet<string> Close<T>(IEnumerable<string> before, IReadOnlyList<Tally> tallies, Func<Tally, T> cellOf)
    {
        var cells = tallies.GroupBy(cellOf).Select(Groups).ToList();
        var hidden = before.Concat(cells.SelectMany(cell => cell).Where(g => g.Count < Least).Select(g => g.Id)).ToHashSet(StringComparer.Ordinal);
        while (hidden.Count > 0 && Next(cells, Groups(tallies), hidden) is { } also)
        {
            hidden.Add(also);
        }

        return hidden;
    }

    // Null: nothing more need, or can, be hidden.
    private static string? Next(IEnumerable<List<Group>> cells, List<Group> all, HashSet<string> hidden) => hidden.Count == 1
        ? Smallest(all, hidden)
        : cells.Where(cell => cell.Where(g => hidden.Contains(g.Id)).Sum(g => g.Count) is > 0 and < Least).Select(cell => Smallest(cell, hidden)).FirstOrDefault(id => id is not null);

    private static string? Smallest(IEnumerable<Group> groups, HashSet<string> hidden) =>
        groups.Where(g => !hidden.Contains(g.Id)).OrderBy(g => g.Count).ThenBy(g => g.Id, StringComparer.Ordinal).FirstOrDefault()?.Id;

    private static List<Group> Groups(IEnumerable<Tally> tallies) =>
        [.. tallies.GroupBy(t => t.Key).Select(g => new Group(g.Key, g.Sum(t => t.Count))).Where(g => g.Count > 0)];
}
