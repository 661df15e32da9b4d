using Platform.Core.Data;
using Platform.Core.People;
using Platform.Modules.Statistics.Figures;

namespace Platform.Modules.Statistics.Counting;

/// <summary>What of a case is counted.</summary>
public static class CountKinds
{
    public const string Sent = "sent";
    public const string Closed = "closed";
}

/// <summary>How many cases of a month are alike.</summary>
/// <param name="Kind">One of <see cref="CountKinds"/>.</param>
/// <param name="Area">Code of the largest area around them; empty for none.</param>
/// <param name="Outcome">Their final state; empty where they were only sent.</param>
internal sealed record MonthCount(string Kind, string Service, string Organization, string Area, string Channel, string Outcome, long Count);

/// <summary>The months that were counted.</summary>
internal sealed record CountedSpan
{
    public DateOnly? First { get; init; }

    public DateOnly? Last { get; init; }
}

/// <summary>All SQL of the counts. They say nothing of any case, so no reader needs an access.</summary>
internal sealed class CountStore(Db db, Acts acts)
{
    public async Task<CountedSpan> SpanAsync(CancellationToken cancellationToken = default) =>
        (await db.ReadAsync<CountedSpan>("select min(month) as first, max(month) as last from statistics_month", null, cancellationToken)).Single();

    /// <summary>The bodies that were ever counted.</summary>
    public Task<IReadOnlyList<string>> OrganizationsAsync(CancellationToken cancellationToken = default) =>
        db.ReadAsync<string>("select distinct organization from statistics_count", null, cancellationToken);

    /// <summary>Counts of these months, by month, body and one column.</summary>
    /// <param name="kind">One of <see cref="CountKinds"/>.</param>
    /// <param name="column">A column of the table.</param>
    public Task<IReadOnlyList<Tally>> TalliesAsync(string kind, string column, DateOnly from, DateOnly last, CancellationToken cancellationToken = default) => db.ReadAsync<Tally>(
        $"""
        select month, organization, {column} as key, cast(sum(count) as bigint) as count from statistics_count
        where kind = @kind and month >= @from and month <= @last group by month, organization, {column}
        """,
        new { kind, from, last },
        cancellationToken);

    /// <summary>Keeps what a month came to. It is never counted again.</summary>
    /// <exception cref="DuplicateException">It was counted before.</exception>
    public Task KeepAsync(DateOnly month, IEnumerable<MonthCount> counts, CancellationToken cancellationToken = default)
    {
        // No audit line: nobody decided anything, and every figure can be counted again from the cases.
        var act = acts.Begin(Actor.System).Do("insert into statistics_month (month, counted_at) values (@month, @at)", new { month });
        foreach (var one in counts)
        {
            act.Do(
                """
                insert into statistics_count (month, kind, service, organization, area, channel, outcome, count)
                values (@month, @Kind, @Service, @Organization, @Area, @Channel, @Outcome, @Count)
                """,
                new { month, one.Kind, one.Service, one.Organization, one.Area, one.Channel, one.Outcome, one.Count });
        }

        return act.CommitAsync(cancellationToken);
    }
}
