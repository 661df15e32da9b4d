using System.Text.Json;
using Dapper;
using Platform.Core.Data;
using Platform.Core.Packs;
using Platform.Core.People;

namespace Platform.Modules.Catalogue.Proposals;

/// <summary>All SQL of proposals.</summary>
internal sealed class ProposalStore(Db db, Acts acts)
{
    private const string Columns = "proposal_id, service, area, area_path, organization, since_release, release, changes, state, created_at, answered_at, kept, reason";
    private const string Kind = "proposal";

    /// <summary>What the reader's offices have before them and had: open ones first, then the newest.</summary>
    public async Task<IReadOnlyList<Proposal>> ListAsync(Scope scope, int limit, CancellationToken cancellationToken = default)
    {
        var parameters = new DynamicParameters(new { limit });
        return [.. (await db.ReadAsync<ProposalRow>(
            $"""
            select {Columns} from catalogue_proposal
            where state in ('open', 'acknowledged', 'asked') and {scope.ToSql("organization", "area_path", parameters)}
            order by case state when 'open' then 0 else 1 end, proposal_id desc limit @limit
            """,
            parameters,
            cancellationToken)).Select(r => r.ToProposal())];
    }

    /// <returns>Null where there is none, or it is not the reader's.</returns>
    public async Task<Proposal?> FindAsync(Guid id, Scope scope, CancellationToken cancellationToken = default)
    {
        var parameters = new DynamicParameters(new { id });
        var rows = await db.ReadAsync<ProposalRow>(
            $"select {Columns} from catalogue_proposal where proposal_id = @id and {scope.ToSql("organization", "area_path", parameters)}", parameters, cancellationToken);
        return rows.SingleOrDefault()?.ToProposal();
    }

    /// <summary>All that are open, whoever's they are.</summary>
    public async Task<IReadOnlyList<Proposal>> OpenAsync(CancellationToken cancellationToken = default) =>
        [.. (await db.ReadAsync<ProposalRow>($"select {Columns} from catalogue_proposal where state = 'open'", null, cancellationToken)).Select(r => r.ToProposal())];

    /// <summary>The activation that was compared last, with its release; null before the first.</summary>
    public async Task<Comparison?> LastAsync(CancellationToken cancellationToken = default) =>
        (await db.ReadAsync<Comparison>("select activation, release from catalogue_comparison order by activation desc limit 1", null, cancellationToken)).SingleOrDefault();

    /// <summary>The office takes the change over as it is.</summary>
    /// <exception cref="ActConflictException">It was answered or replaced meanwhile.</exception>
    public Task AcknowledgeAsync(Proposal proposal, Actor official, CancellationToken cancellationToken = default) =>
        End(acts.Begin(official), proposal, ProposalStates.Acknowledged, [], null).Audit(Kind, proposal.ProposalId, "catalogue.acknowledge").CommitAsync(cancellationToken);

    /// <summary>The office wants some of it as it was, in a variant of its own.</summary>
    /// <exception cref="ActConflictException">It was answered or replaced meanwhile.</exception>
    public Task AskAsync(Proposal proposal, IReadOnlyList<string> kept, string reason, Actor official, CancellationToken cancellationToken = default) =>
        End(acts.Begin(official), proposal, ProposalStates.Asked, kept, reason).Audit(Kind, proposal.ProposalId, "catalogue.ask", new { kept }).CommitAsync(cancellationToken);

    /// <summary>Keeps what a comparison found, all of it or nothing.</summary>
    /// <param name="ended">Open ones that are replaced, or (in <paramref name="found"/> is none for their variant) withdrawn.</param>
    /// <exception cref="DuplicateException">Another process has compared this activation.</exception>
    /// <exception cref="ActConflictException">One of the ended was answered meanwhile.</exception>
    public Task KeepAsync(Comparison comparison, IReadOnlyList<Proposal> ended, IReadOnlyList<Proposal> found, CancellationToken cancellationToken = default)
    {
        var act = acts.Begin(Actor.System);
        act.Do("insert into catalogue_comparison (activation, release, compared_at) values (@Activation, @Release, @at)", comparison);
        foreach (var one in ended)
        {
            var (state, verb) = found.Any(p => p.Service == one.Service && p.Area == one.Area) ? (ProposalStates.Replaced, "catalogue.replace") : (ProposalStates.Withdrawn, "catalogue.withdraw");
            End(act, one, state, [], null).Audit(Kind, one.ProposalId, verb);
        }

        foreach (var one in found)
        {
            act.Do(
                """
                insert into catalogue_proposal (proposal_id, service, area, area_path, organization, since_release, release, changes, state, created_at, kept, act)
                values (@ProposalId, @Service, @Area, @AreaPath, @Organization, @SinceRelease, @Release, @changes, 'open', @at, '[]', @act)
                """,
                new { one.ProposalId, one.Service, one.Area, one.AreaPath, one.Organization, one.SinceRelease, one.Release, changes = JsonSerializer.Serialize(one.Changes) })
                .Audit(Kind, one.ProposalId, "catalogue.propose", new { one.Service, one.Area, one.Release });
        }

        return act.CommitAsync(cancellationToken);
    }

    private static Act End(Act act, Proposal proposal, string state, IReadOnlyList<string> kept, string? reason) => act.Guard(
        "catalogue_proposal", "proposal_id", proposal.ProposalId,
        """
        update catalogue_proposal set state = @state, answered_at = @at, answered_by = @actor, kept = @kept, reason = @reason, act = @act
        where proposal_id = @ProposalId and state = 'open'
        """,
        new { proposal.ProposalId, state, kept = JsonSerializer.Serialize(kept), reason });

    private sealed record ProposalRow
    {
        public required Guid ProposalId { get; init; }

        public required string Service { get; init; }

        public required string Area { get; init; }

        public required string AreaPath { get; init; }

        public required string Organization { get; init; }

        public required long SinceRelease { get; init; }

        public required long Release { get; init; }

        public required string Changes { get; init; }

        public required string State { get; init; }

        public required Instant CreatedAt { get; init; }

        public Instant? AnsweredAt { get; init; }

        public required string Kept { get; init; }

        public string? Reason { get; init; }

        public Proposal ToProposal() => new()
        {
            ProposalId = ProposalId,
            Service = Service,
            Area = Area,
            AreaPath = AreaPath,
            Organization = Organization,
            SinceRelease = SinceRelease,
            Release = Release,
            Changes = JsonSerializer.Deserialize<List<InheritedChange>>(Changes)!,
            State = State,
            CreatedAt = CreatedAt,
            AnsweredAt = AnsweredAt,
            Kept = JsonSerializer.Deserialize<List<string>>(Kept)!,
            Reason = Reason,
        };
    }
}

/// <summary>An activation of a release that was compared with what was live before.</summary>
internal sealed record Comparison
{
    public required long Activation { get; init; }

    public required long Release { get; init; }
}
