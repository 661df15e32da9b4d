using Platform.Core.Data;
using Platform.Core.Packs;
using Platform.Core.People;
using Platform.Modules.Cases.Workflow;
using Platform.Modules.Statistics.Counting;

namespace Platform.Modules.Statistics.Demo;

/// <summary>
/// Invents the figures of the months before a demonstration, for the pack's own services and places: its few cases would fill no page. Only the host
/// calls this, and only with <c>--demo</c>. An instance that has figures gets none.
/// </summary>
public sealed class DemoFigures
{
    private const int Months = 18;

    private readonly CountStore counts;
    private readonly Acts acts;
    private readonly ActivePack active;
    private readonly TimeProvider clock;

    internal DemoFigures(CountStore counts, Acts acts, ActivePack active, TimeProvider clock)
    {
        (this.counts, this.acts, this.active, this.clock) = (counts, acts, active, clock);
    }

    public async Task MakeAsync()
    {
        if ((await counts.SpanAsync()).Last is not null)
        {
            return;
        }

        var pack = active.Current.Pack;
        var running = CountMonths.MonthOf(LocalDay.Of(clock.Now(), pack).AddDays(-1));
        var services = pack.Services.All.Where(s => s.Section<WorkflowSection>() is not null).ToList();
        var ratings = acts.Begin(Actor.System);
        for (var ago = Months; ago > 0; ago--)
        {
            var month = new DemoMonth(pack, running.AddMonths(-ago), ago);
            await counts.KeepAsync(month.Month, services.SelectMany(month.Counts));
            foreach (var (service, step) in services.SelectMany(month.Ratings))
            {
                ratings.Do(
                    """
                    insert into statistics_rating (rating_id, month, service, organization, area_path, step)
                    values (@ratingId, @Month, @Id, @Organization, '', @step)
                    """,
                    new { ratingId = Guid.CreateVersion7(), month.Month, service.Id, service.Organization, step });
            }
        }

        await ratings.CommitAsync();
    }
}
