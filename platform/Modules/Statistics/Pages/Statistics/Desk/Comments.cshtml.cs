using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.Core.People;
using Platform.Modules.Statistics.Counting;
using Platform.Modules.Statistics.Figures;
using Platform.Modules.Statistics.Ratings;

namespace Platform.Modules.Statistics.Pages.Statistics.Desk;

/// <summary>What applicants wrote after decisions, where the official may read it: of months that are over, without case, name and rating.</summary>
internal sealed class CommentsModel(RatingStore ratings, CountStore counts, FigureNames names, Viewer viewer) : PageModel
{
    private const int PageSize = 200;

    private const int MostPages = 10_000;

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    public bool HasMore { get; private set; }

    public FigureNames Names => names;

    public IReadOnlyList<IGrouping<DateOnly, Comment>> Months { get; private set; } = [];

    public async Task OnGetAsync(int? page, CancellationToken cancellationToken)
    {
        Number = Math.Clamp(page ?? 1, 1, MostPages);
        if ((await counts.SpanAsync(cancellationToken)).Last is { } last)
        {
            var written = await ratings.CommentsAsync(viewer.ScopeOf(StatisticsPermissions.Comments), last, PageSize, (Number - 1) * PageSize, cancellationToken);
            HasMore = written.Count > PageSize;
            Months = [.. written.Take(PageSize).GroupBy(c => c.Month)];
        }
    }
}
