using Dapper;
using Platform.Core.Data;

namespace Platform.Modules.Cases;

/// <summary>Reads cases. Every method takes the <see cref="CaseAccess"/> of its reader: not yours is not there.</summary>
public sealed class CaseStore(Db db)
{
    public Task<CaseRow?> FindAsync(Guid caseId, CaseAccess access, CancellationToken cancellationToken = default) =>
        OneAsync("case_id = @key", caseId, access, cancellationToken);

    /// <param name="reference">Ten characters, as <see cref="References.CaseReference.Parse"/> gives.</param>
    public Task<CaseRow?> FindAsync(string reference, CaseAccess access, CancellationToken cancellationToken = default) =>
        OneAsync("case_id = (select r.case_id from cases_reference r where r.reference = @key)", reference, access, cancellationToken);

    /// <summary>Newest first, drafts among them.</summary>
    /// <param name="before">The last case of the page before, for the next page.</param>
    public async Task<IReadOnlyList<CaseRow>> ListAsync(CaseAccess.Owner owner, int limit, Guid? before = null, CancellationToken cancellationToken = default)
    {
        var parameters = new DynamicParameters(new { limit, before });
        var after = before is null ? "" : "and case_id < @before";
        return await QueryAsync<CaseRow>(
            $"select {CaseRow.Columns} from cases_case where {owner.ToSql(parameters)} {after} order by case_id desc limit @limit", parameters, cancellationToken);
    }

    /// <summary>Whether there is any case at all, a draft included: names none.</summary>
    internal async Task<bool> AnyAsync(CancellationToken cancellationToken = default)
    {
        await using var connection = await db.OpenAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<long>("select count(*) from (select 1 as one from cases_case limit 1) found") > 0;
    }

    /// <summary>The timeline, oldest first.</summary>
    public Task<IReadOnlyList<CaseEvent>> EventsAsync(Guid caseId, CaseAccess access, CancellationToken cancellationToken = default) =>
        ChildrenAsync<CaseEvent>("cases_event", "seq, act, at, kind, action, from_state, to_state, actor_id, channel, content", "seq", caseId, access, cancellationToken);

    /// <summary>Fees in the order of the definition.</summary>
    public Task<IReadOnlyList<CaseFee>> FeesAsync(Guid caseId, CaseAccess access, CancellationToken cancellationToken = default) =>
        ChildrenAsync<CaseFee>("cases_fee", "n, fee, amount, currency, state, settled_at", "n", caseId, access, cancellationToken);

    /// <summary>The files that belong to the case, submitted or still of its draft.</summary>
    public Task<IReadOnlyList<CaseFile>> FilesAsync(Guid caseId, CaseAccess access, CancellationToken cancellationToken = default) =>
        ChildrenAsync<CaseFile>("cases_file", "file_id, size, stored_at, content", "file_id", caseId, access, cancellationToken);

    /// <summary>The ciphertext of the answers last submitted; null for a draft.</summary>
    internal async Task<SealedAnswers?> AnswersAsync(Guid caseId, CaseAccess access, CancellationToken cancellationToken = default) =>
        (await ChildrenAsync<SealedAnswers>("cases_answers", "revision, content", "revision desc limit 1", caseId, access, cancellationToken)).SingleOrDefault();

    private async Task<CaseRow?> OneAsync(string condition, object key, CaseAccess access, CancellationToken cancellationToken)
    {
        var parameters = new DynamicParameters(new { key });
        var rows = await QueryAsync<CaseRow>($"select {CaseRow.Columns} from cases_case where {condition} and {access.ToSql(parameters)}", parameters, cancellationToken);
        return rows.SingleOrDefault();
    }

    private Task<IReadOnlyList<T>> ChildrenAsync<T>(string table, string columns, string order, Guid caseId, CaseAccess access, CancellationToken cancellationToken)
    {
        var parameters = new DynamicParameters(new { caseId });
        return QueryAsync<T>(
            $"""
            select {columns} from {table}
            where case_id = @caseId and exists (select 1 from cases_case where case_id = @caseId and {access.ToSql(parameters)})
            order by {order}
            """,
            parameters,
            cancellationToken);
    }

    private async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, DynamicParameters parameters, CancellationToken cancellationToken)
    {
        await using var connection = await db.OpenAsync(cancellationToken);
        return (await connection.QueryAsync<T>(sql, parameters)).AsList();
    }
}

/// <summary>Ciphertext of one revision of the answers.</summary>
internal sealed record SealedAnswers
{
    public required long Revision { get; init; }

    public required byte[] Content { get; init; }
}
