using Microsoft.Extensions.Localization;

namespace Platform.Modules.Statistics.Figures;

/// <summary>The figures of a page with their words: the page and the file say the same.</summary>
public sealed class ShownFigures(PublicFigures figures, FigureNames names, IStringLocalizer t)
{
    public ShownBreakdown Months => new(t["Applications by month"], t["Month"], figures.Months, names.Month);

    public IReadOnlyList<ShownBreakdown> Groups =>
    [
        new(t["Applications by service"], t["Service"], figures.Services, names.Service),
        new(t["Applications by place"], t["Place"], figures.Areas, names.Area),
        new(t["Applications by the way they came"], t["Way"], figures.Channels, names.Channel),
        new(t["Closed applications by outcome"], t["Outcome"], figures.Outcomes, names.Outcome),
    ];
}
