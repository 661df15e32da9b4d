using System.Collections.Concurrent;
using Dapper;
using Platform.Core.Data;
using Platform.Core.People;
using Platform.Modules.Identity.Accounts;

namespace Platform.Modules.Identity.Grants;

/// <summary>A grant as administrators see it.</summary>
/// <param name="ValidTo">When it ends; null: until somebody ends it.</param>
/// <param name="GrantedBy">Null for the platform itself.</param>
public sealed record GrantEntry(Guid GrantId, Guid PersonId, string Role, string Organization, string? AreaPath, Instant ValidFrom, Instant? ValidTo, Guid? GrantedBy)
{
    public bool IsActive(Instant now) => ValidFrom <= now && (ValidTo is not { } end || now < end);

    public Grant ToGrant() => new(Role, Organization, AreaPath);
}

/// <summary>Who holds which role, where and how long. A change ends the person's sessions, in the same act.</summary>
public sealed class GrantStore(Db db, TimeProvider clock)
{
    private const int CacheLimit = 10_000;
    private const string Columns = "grant_id, person_id, role, organization, area_path, valid_from, valid_to, granted_by";

    private readonly ConcurrentDictionary<(Guid Person, string Stamp), IReadOnlyList<GrantEntry>> known = new();

    /// <param name="from">From when; earlier than the act means from now.</param>
    /// <exception cref="InvalidOperationException">The actor is the person: nobody grants to himself.</exception>
    public static void Give(Act act, Guid person, Grant grant, Instant from, Instant? to)
    {
        FourEyes(act, person);
        var id = Guid.CreateVersion7();
        act.Do(
            """
            insert into platform_grant (grant_id, person_id, role, organization, area_path, valid_from, valid_to, granted_by, act)
            values (@id, @person, @Role, @Organization, @AreaPath, @from, @to, @actor, @act)
            """,
            new { id, person, grant.Role, grant.Organization, grant.AreaPath, from = from < act.At ? act.At : from, to });
        AccountStore.EndSessions(act, person);
        act.Audit("person", person, "identity.grant", new { grant = id, grant.Role, grant.Organization, grant.AreaPath });
    }

    /// <summary>Ends a grant now. Committing fails with <see cref="ActConflictException"/> where it had ended.</summary>
    public static void End(Act act, GrantEntry grant)
    {
        FourEyes(act, grant.PersonId);
        act.Guard(
            "platform_grant", "grant_id", grant.GrantId,
            "update platform_grant set valid_to = @at, act = @act where grant_id = @GrantId and (valid_to is null or valid_to > @at)",
            new { grant.GrantId });
        AccountStore.EndSessions(act, grant.PersonId);
        act.Audit("person", grant.PersonId, "identity.grant-end", new { grant = grant.GrantId });
    }

    /// <summary>The grants in force for a session. Read once for each stamp: a change of grants gives the account another one, in every process.</summary>
    public async Task<IReadOnlyList<Grant>> ActiveAsync(Guid person, string stamp, CancellationToken cancellationToken = default)
    {
        if (!known.TryGetValue((person, stamp), out var all))
        {
            all = await ListAsync(person, cancellationToken);
            Remember((person, stamp), all);
        }

        var now = clock.Now();
        return [.. all.Where(g => g.IsActive(now)).Select(g => g.ToGrant())];
    }

    /// <summary>All grants of one person, ended ones too, the newest first.</summary>
    public async Task<IReadOnlyList<GrantEntry>> ListAsync(Guid person, CancellationToken cancellationToken = default)
    {
        await using var connection = await db.OpenAsync(cancellationToken);
        return (await connection.QueryAsync<GrantRow>($"select {Columns} from platform_grant where person_id = @person order by grant_id desc", new { person }))
            .Select(row => row.ToEntry()).ToList();
    }

    /// <summary>Grants that are or will be in force within the scope, the newest first.</summary>
    public async Task<IReadOnlyList<GrantEntry>> ListAsync(Scope scope, int limit, CancellationToken cancellationToken = default)
    {
        var parameters = new DynamicParameters(new { limit, now = clock.Now() });
        var where = scope.ToSql("organization", "area_path", parameters);
        await using var connection = await db.OpenAsync(cancellationToken);
        return (await connection.QueryAsync<GrantRow>(
            $"select {Columns} from platform_grant where {where} and (valid_to is null or valid_to > @now) order by grant_id desc limit @limit", parameters))
            .Select(row => row.ToEntry()).ToList();
    }

    public async Task<GrantEntry?> FindAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await using var connection = await db.OpenAsync(cancellationToken);
        return (await connection.QuerySingleOrDefaultAsync<GrantRow>($"select {Columns} from platform_grant where grant_id = @id", new { id }))?.ToEntry();
    }

    private static void FourEyes(Act act, Guid person)
    {
        if (act.Actor.PersonId == person)
        {
            throw new InvalidOperationException("Nobody grants to himself.");
        }
    }

    private void Remember((Guid, string) key, IReadOnlyList<GrantEntry> grants)
    {
        if (known.Count >= CacheLimit)
        {
            known.Clear();
        }

        known[key] = grants;
    }

    private sealed record GrantRow
    {
        public required Guid GrantId { get; init; }

        public required Guid PersonId { get; init; }

        public required string Role { get; init; }

        public required string Organization { get; init; }

        public string? AreaPath { get; init; }

        public required Instant ValidFrom { get; init; }

        public Instant? ValidTo { get; init; }

        public Guid? GrantedBy { get; init; }

        public GrantEntry ToEntry() => new(GrantId, PersonId, Role, Organization, AreaPath, ValidFrom, ValidTo, GrantedBy);
    }
}
