namespace Platform.Modules.Statistics.Figures;

/// <summary>What somebody wants to see, as it stands in the address.</summary>
internal sealed record FigureFilter(int? Year, int? Month, string? Organization);

/// <summary>What there is to be seen.</summary>
/// <param name="First">The first month counted.</param>
/// <param name="Last">The last month counted.</param>
internal sealed record FigureChoices(DateOnly First, DateOnly Last, IReadOnlyList<string> Organizations)
{
    public IEnumerable<int> Years => Enumerable.Range(First.Year, Last.Year - First.Year + 1).Reverse();

    public (Period Period, string? Organization) Narrow(FigureFilter asked)
    {
        var year = asked.Year is { } y && Years.Contains(y) ? asked.Year : null;
        var month = year is not null && asked.Month is >= 1 and <= 12 ? asked.Month : null;
        return (new(Last, year, month), Organizations.Contains(asked.Organization, StringComparer.Ordinal) ? asked.Organization : null);
    }
}
