using Dapper;
using Platform.Core.Data;

namespace Platform.Modules.Cases;

/// <summary>Reads cases. Every method takes the <see cref="CaseAccess"/> of its reader: not yours is not there.</summary>
public sealed class CaseStore(Db db)
{
    private const string ById = "@key";
    private const string ByReference = "(select r.case_id from cases_reference r where r.reference = @key)";
    private static readonly Children Events = new("cases_event", "seq, act, at, kind, action, from_state, to_state, actor_id, channel, content", "seq");
    private static readonly Children Fees = new("cases_fee", "n, fee, amount, currency, state, settled_at", "n");
    private static readonly Children Files = new("cases_file", "file_id, size, stored_at, content", "file_id");

    private readonly Together<Guid, IReadOnlyList<CasePart>> parts = new(cases => CasePart.ReadAsync(db, cases, forOfficials: false));
    private readonly Together<Guid, IReadOnlyList<CasePart>> partsForOfficials = new(cases => CasePart.ReadAsync(db, cases, forOfficials: true));

    public Task<CaseRow?> FindAsync(Guid caseId, CaseAccess access, CancellationToken cancellationToken = default) =>
        OneAsync(ById, caseId, access, cancellationToken);

    /// <param name="reference">Ten characters, as <see cref="References.CaseReference.Parse"/> gives.</param>
    public Task<CaseRow?> FindAsync(string reference, CaseAccess access, CancellationToken cancellationToken = default) =>
        OneAsync(ByReference, reference, access, cancellationToken);

    /// <summary>Newest first, drafts among them while they are kept.</summary>
    /// <param name="before">The last case of the page before, for the next page.</param>
    public async Task<IReadOnlyList<CaseRow>> ListAsync(CaseAccess.Owner owner, int limit, Guid? before = null, CancellationToken cancellationToken = default)
    {
        var parameters = new DynamicParameters(new { limit, before });
        var after = before is null ? "" : "and case_id < @before";
        return await db.ReadAsync<CaseRow>(
            $"select {CaseRow.Columns} from cases_case where {owner.ToSql(parameters)} and (state <> '{CaseStates.Draft}' or erased_at is null) {after} order by case_id desc limit @limit", parameters, cancellationToken);
    }

    /// <summary>Whether there is any case at all, a draft included: names none.</summary>
    internal async Task<bool> AnyAsync(CancellationToken cancellationToken = default)
    {
        await using var connection = await db.OpenAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<long>("select count(*) from (select 1 as one from cases_case limit 1) found") > 0;
    }

    /// <summary>How many applications of a person besides this one are begun and not sent, counted no further than <paramref name="most"/>.</summary>
    internal async Task<int> CountDraftsAsync(Guid person, Guid besides, int most, CancellationToken cancellationToken = default)
    {
        await using var connection = await db.OpenAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<int>(
            $"select count(*) from (select 1 as one from cases_case where applicant_id = @person and state = '{CaseStates.Draft}' and erased_at is null and case_id <> @besides limit @most) found",
            new { person, besides, most });
    }

    /// <summary>The case with everything that belongs to it, which is read together with that of other cases.</summary>
    public Task<StoredCase?> ReadAsync(Guid caseId, CaseAccess access, CancellationToken cancellationToken = default) =>
        ReadAsync(ById, caseId, access, cancellationToken);

    /// <param name="reference">Ten characters, as <see cref="References.CaseReference.Parse"/> gives.</param>
    public Task<StoredCase?> ReadAsync(string reference, CaseAccess access, CancellationToken cancellationToken = default) =>
        ReadAsync(ByReference, reference, access, cancellationToken);

    /// <summary>The timeline, oldest first.</summary>
    public Task<IReadOnlyList<CaseEvent>> EventsAsync(Guid caseId, CaseAccess access, CancellationToken cancellationToken = default) =>
        ChildrenAsync<CaseEvent>(Events, caseId, access, cancellationToken);

    /// <summary>Fees in the order of the definition.</summary>
    public Task<IReadOnlyList<CaseFee>> FeesAsync(Guid caseId, CaseAccess access, CancellationToken cancellationToken = default) =>
        ChildrenAsync<CaseFee>(Fees, caseId, access, cancellationToken);

    /// <summary>The files that belong to the case, submitted or still of its draft.</summary>
    public Task<IReadOnlyList<CaseFile>> FilesAsync(Guid caseId, CaseAccess access, CancellationToken cancellationToken = default) =>
        ChildrenAsync<CaseFile>(Files, caseId, access, cancellationToken);

    // Whose case it is says its row; only then is anything else read.
    private async Task<StoredCase?> ReadAsync(string id, object key, CaseAccess access, CancellationToken cancellationToken) =>
        await OneAsync(id, key, access, cancellationToken) is { } found
            ? CasePart.Join(found, await (access is CaseAccess.Official ? partsForOfficials : parts).AskAsync(found.CaseId, cancellationToken))
            : null;

    private static string One(string id, CaseAccess access, DynamicParameters parameters) =>
        $"select {CaseRow.Columns} from cases_case where case_id = {id} and {access.ToSql(parameters)}";

    private async Task<CaseRow?> OneAsync(string id, object key, CaseAccess access, CancellationToken cancellationToken)
    {
        var parameters = new DynamicParameters(new { key });
        return (await db.ReadAsync<CaseRow>(One(id, access, parameters), parameters, cancellationToken)).SingleOrDefault();
    }

    private Task<IReadOnlyList<T>> ChildrenAsync<T>(Children children, Guid key, CaseAccess access, CancellationToken cancellationToken)
    {
        var parameters = new DynamicParameters(new { key });
        return db.ReadAsync<T>(children.Of($"case_id = {ById} and {access.ToSql(parameters)}"), parameters, cancellationToken);
    }

    /// <summary>A table whose rows belong to cases.</summary>
    private sealed record Children(string Table, string Columns, string Order)
    {
        /// <param name="mine">Condition on <c>cases_case</c> that holds for one case at most.</param>
        public string Of(string mine) => $"select {Columns} from {Table} where case_id = (select case_id from cases_case where {mine}) order by {Order}";
    }
}
