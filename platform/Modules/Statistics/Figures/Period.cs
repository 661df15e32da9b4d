namespace Platform.Modules.Statistics.Figures;

/// <summary>What a page of figures is about: the last twelve months that were counted, a calendar year, or one month of it.</summary>
/// <param name="Last">The last month counted, by its first day.</param>
/// <param name="Year">Null: the last twelve months.</param>
/// <param name="Month">1 to 12, of the year.</param>
public sealed record Period(DateOnly Last, int? Year = null, int? Month = null)
{
    private const int Window = 12;

    public bool Holds(DateOnly month) => Year is null ? month >= WindowStart && month <= Last : month.Year == Year && (Month is null || month.Month == Month);

    /// <summary>The first month of the page.</summary>
    public DateOnly From => Year is { } year ? new(year, Month ?? 1, 1) : WindowStart;

    /// <summary>The last month of the page.</summary>
    public DateOnly Until => Year is { } year && new DateOnly(year, Month ?? Window, 1) is var end && end < Last ? end : Last;

    /// <summary>
    /// The first month of all pages that share months with this one. What is hidden is decided for these pages together: else the twelve months
    /// less the year would give the months between.
    /// </summary>
    public DateOnly ScopeFrom => new(Year < WindowStart.Year ? Year.Value : WindowStart.Year, 1, 1);

    public DateOnly ScopeUntil => Year < WindowStart.Year ? new(Year.Value, Window, 1) : Last;

    /// <summary>The part of the scope in which a month lies: each page without a month is made of whole parts.</summary>
    public (int Year, bool InWindow) Part(DateOnly month) => (month.Year, month >= WindowStart);

    private DateOnly WindowStart => Last.AddMonths(1 - Window);
}
