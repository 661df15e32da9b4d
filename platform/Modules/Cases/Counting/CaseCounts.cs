using Platform.Core.Data;

namespace Platform.Modules.Cases.Counting;

/// <summary>How many cases are alike. Says nothing of any one of them.</summary>
public sealed record CaseCount
{
    public required string Service { get; init; }

    public required string Organization { get; init; }

    /// <summary>As <c>/18/1801/</c>; empty for none.</summary>
    public required string AreaPath { get; init; }

    public required string Channel { get; init; }

    /// <summary>The final state; null where it was not asked for.</summary>
    public string? State { get; init; }

    public required long Count { get; init; }
}

/// <summary>
/// Counts cases for the platform itself, after commit: everything it asks for stands in clear and stays when a case is erased. Never for a request.
/// </summary>
public sealed class CaseCounts(Db db)
{
    private const string Kinds = "c.service, c.organization, c.area_path, c.channel";

    /// <summary>When the first case was sent; null where none was.</summary>
    public async Task<Instant?> FirstAsync(CancellationToken cancellationToken = default) =>
        (await db.ReadAsync<Sent>("select min(submitted_at) as at from cases_case where submitted_at is not null", null, cancellationToken)).Single().At;

    /// <summary>Cases sent from one moment until before another.</summary>
    public Task<IReadOnlyList<CaseCount>> SentAsync(Instant from, Instant until, CancellationToken cancellationToken = default) => db.ReadAsync<CaseCount>(
        $"select {Kinds}, count(*) as count from cases_case c where c.submitted_at >= @from and c.submitted_at < @until group by {Kinds}", new { from, until }, cancellationToken);

    /// <summary>Cases that reached their final state then. It is the event that says when: a case changes after that too, by a note or by its erasure.</summary>
    public Task<IReadOnlyList<CaseCount>> ClosedAsync(Instant from, Instant until, CancellationToken cancellationToken = default) => db.ReadAsync<CaseCount>(
        $"""
        select {Kinds}, c.state, count(*) as count
        from cases_case c join cases_event e on e.case_id = c.case_id and e.kind in ({CaseEventKinds.Movements}) and e.to_state = c.state
        where c.final and c.submitted_at is not null and c.changed_at >= @from and e.at >= @from and e.at < @until
        group by {Kinds}, c.state
        """,
        new { from, until },
        cancellationToken);

    private sealed record Sent
    {
        public Instant? At { get; init; }
    }
}
