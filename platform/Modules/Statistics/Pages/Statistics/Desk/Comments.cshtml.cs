using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.Core.People;
using Platform.Modules.Statistics.Counting;
using Platform.Modules.Statistics.Figures;
using Platform.Modules.Statistics.Ratings;

namespace Platform.Modules.Statistics.Pages.Statistics.Desk;

/// <summary>What applicants wrote after decisions, where the official may read it: of months that are over, without case, name and rating.</summary>
internal sealed class CommentsModel(RatingStore ratings, CountStore counts, FigureNames names, Viewer viewer) : PageModel
{
    private const int Most = 200;

    public FigureNames Names => names;

    public IReadOnlyList<IGrouping<DateOnly, Comment>> Months { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        if ((await counts.SpanAsync(cancellationToken)).Last is { } last)
        {
            var written = await ratings.CommentsAsync(viewer.ScopeOf(StatisticsPermissions.Comments), last, Most, cancellationToken);
            Months = [.. written.GroupBy(c => c.Month)];
        }
    }
}
