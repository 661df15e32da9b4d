using Platform.Core.Data;
using Platform.Core.Jobs;
using Platform.Core.Packs;
using Platform.Modules.Cases.Counting;

namespace Platform.Modules.Statistics.Counting;

/// <summary>
/// Counts every month that is over and was not counted yet. Not the month that runs: whoever looked before and after a decision would see the
/// difference. Nothing has to be told of each case, and a module switched on later finds the years before.
/// </summary>
internal sealed class CountMonths(CaseCounts cases, CountStore counts, ActivePack active, TimeProvider clock) : IJob
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (await NextAsync(cancellationToken) is not { } month)
        {
            return;
        }

        // A day after its end what was on its way has arrived.
        var running = MonthOf(LocalDay.Of(clock.Now(), active.Current.Pack).AddDays(-1));
        for (; month < running; month = month.AddMonths(1))
        {
            await CountAsync(month, cancellationToken);
        }
    }

    public static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);

    private async Task<DateOnly?> NextAsync(CancellationToken cancellationToken)
    {
        if ((await counts.SpanAsync(cancellationToken)).Last is { } last)
        {
            return last.AddMonths(1);
        }

        return await cases.FirstAsync(cancellationToken) is { } first ? MonthOf(LocalDay.Of(first, active.Current.Pack)) : null;
    }

    private async Task CountAsync(DateOnly month, CancellationToken cancellationToken)
    {
        var (from, until) = (LocalDay.StartOf(month, active.Current.Pack), LocalDay.StartOf(month.AddMonths(1), active.Current.Pack));
        var sent = await cases.SentAsync(from, until, cancellationToken);
        var closed = await cases.ClosedAsync(from, until, cancellationToken);
        try
        {
            await counts.KeepAsync(month, [.. Fold(CountKinds.Sent, sent), .. Fold(CountKinds.Closed, closed)], cancellationToken);
        }
        catch (DuplicateException error) when (error.Table == "statistics_month")
        {
            // Another process was given the job when this one's lease ran out, and counted the same.
        }
    }

    private static IEnumerable<MonthCount> Fold(string kind, IEnumerable<CaseCount> cases) =>
        from one in cases
        group one.Count by (one.Service, one.Organization, Area: Root(one.AreaPath), one.Channel, Outcome: one.State ?? "") into alike
        select new MonthCount(kind, alike.Key.Service, alike.Key.Organization, alike.Key.Area, alike.Key.Channel, alike.Key.Outcome, alike.Sum());

    private static string Root(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "";
}
