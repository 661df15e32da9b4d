using Dapper;
using Platform.Core.Data;
using Platform.Core.Keys.Search;
using Platform.Core.Packs;
using Platform.Modules.Cases.Form.Questions;
using Platform.Modules.Cases.Submission;
using Platform.Modules.Cases.Workflow;

namespace Platform.Modules.Cases.Desk;

/// <summary>The lists of the desk. Each takes the official's access, so that a list never holds what its reader may not see.</summary>
public sealed class DeskStore(Db db, SearchTokens tokens, ActivePack pack, TimeProvider clock)
{
    /// <summary>Counting stops here: "more than 999" is all that anybody wants to know.</summary>
    public const int MostCounted = 999;

    public const int SearchLimit = 50;

    public const int RegisterLimit = 2000;

    /// <returns>The number of cases; one more than <see cref="MostCounted"/> where there are more.</returns>
    public async Task<long> CountAsync(CaseAccess.Official access, DeskFilter filter, CancellationToken cancellationToken = default)
    {
        var parameters = new DynamicParameters();
        await using var connection = await db.OpenAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<long>(
            $"select count(*) from (select 1 as one from cases_case where {Where(access, filter, parameters)} limit {MostCounted + 1}) counted", parameters);
    }

    /// <summary>What is due first stands first, cases without a deadline last.</summary>
    /// <param name="after">The last case of the page before.</param>
    public async Task<IReadOnlyList<CaseRow>> ListAsync(CaseAccess.Official access, DeskFilter filter, int limit, DeskPlace? after = null, CancellationToken cancellationToken = default)
    {
        var parameters = new DynamicParameters();
        return await QueryAsync(ListSql(access, filter, limit, after, parameters), parameters, cancellationToken);
    }

    /// <summary>The condition and order of a list, as its plan is tested.</summary>
    internal string ListSql(CaseAccess.Official access, DeskFilter filter, int limit, DeskPlace? after, DynamicParameters parameters)
    {
        parameters.AddDynamicParams(new { limit, afterDue = after?.Due, afterCase = after?.CaseId });
        var further = after is null ? "" : $"and {after.ToSql()}";
        return $"where {Where(access, filter, parameters)} {further} order by {DeskFilter.DueAt} nulls last, case_id limit @limit";
    }

    /// <summary>Cases with this answer: an identity number, or the words of a name, in questions that the service made searchable. Newest first; one more than <see cref="SearchLimit"/> where there are more.</summary>
    public async Task<IReadOnlyList<CaseRow>> SearchAsync(CaseAccess.Official access, string value, CancellationToken cancellationToken = default)
    {
        var parameters = new DynamicParameters(new { exact = db.List(SearchableAnswers.FindExact(tokens, value).Union(SearchableAnswers.FindExact(tokens, NationalIdQuestion.Bare(value)))) });
        var words = SearchableAnswers.FindName(tokens, value).Select((any, i) =>
        {
            parameters.Add($"word{i}", db.List(any));
            return $"case_id in (select case_id from cases_token where {db.AnyOf("token", $"word{i}")})";
        }).ToList();
        var byName = words.Count == 0 ? "" : $" or ({string.Join(" and ", words)})";
        return await QueryAsync(
            $"where (case_id in (select case_id from cases_token where {db.AnyOf("token", "exact")}){byName}) and {access.ToSql(parameters)} order by case_id desc limit {SearchLimit + 1}",
            parameters, cancellationToken);
    }

    /// <summary>What came in on a day, oldest first; one more than <see cref="RegisterLimit"/> where there are more.</summary>
    /// <param name="part">From 0: so many times <see cref="RegisterLimit"/> cases are left out.</param>
    public Task<IReadOnlyList<CaseRow>> ReceivedAsync(CaseAccess.Official access, DateOnly day, int part, CancellationToken cancellationToken = default) =>
        OfDayAsync("submitted_at is not null and submitted_at >= @from and submitted_at < @to", "submitted_at", access, day, part, cancellationToken);

    /// <summary>
    /// What was closed on a day, oldest first; one more than <see cref="RegisterLimit"/> where there are more. A case changes after that too, by a note
    /// or its erasure, and stays in the register of the day that is printed and signed: it is the event that says when.
    /// </summary>
    /// <param name="part">As for what was received.</param>
    public Task<IReadOnlyList<CaseRow>> ClosedAsync(CaseAccess.Official access, DateOnly day, int part, CancellationToken cancellationToken = default) =>
        OfDayAsync($"final and changed_at >= @from and {CaseRow.ClosedAtSql} >= @from and {CaseRow.ClosedAtSql} < @to", CaseRow.ClosedAtSql, access, day, part, cancellationToken);

    /// <summary>When each was closed.</summary>
    public async Task<IReadOnlyDictionary<Guid, Instant>> ClosedAtAsync(IEnumerable<CaseRow> closed, CancellationToken cancellationToken = default)
    {
        var rows = await db.ReadAsync<Closing>(
            $"select case_id, {CaseRow.ClosedAtSql} as at from cases_case where {db.AnyOf("case_id", "ids")}", new { ids = db.List(closed.Select(c => c.CaseId)) }, cancellationToken);
        return rows.ToDictionary(r => r.CaseId, r => r.At);
    }

    /// <summary>The next that this official can go on with, in the order of the list: hers or nobody's, and not waiting for its applicant.</summary>
    /// <param name="done">The case she comes from.</param>
    public async Task<string?> NextAsync(CaseAccess.Official access, DeskFilter filter, Guid done, CancellationToken cancellationToken = default)
    {
        var parameters = new DynamicParameters(new { done });
        return (await QueryAsync(
            $"where {Where(access, filter, parameters)} and (assignee_id is null or assignee_id = @official) and paused_at is null and case_id <> @done order by {DeskFilter.DueAt} nulls last, case_id limit 1",
            parameters, cancellationToken)).SingleOrDefault()?.Reference;
    }

    private Task<IReadOnlyList<CaseRow>> OfDayAsync(string which, string order, CaseAccess.Official access, DateOnly day, int part, CancellationToken cancellationToken)
    {
        var (from, to) = (StartOf(day), StartOf(day.AddDays(1)));
        var parameters = new DynamicParameters(new { from, to, before = part * RegisterLimit });
        return QueryAsync(
            $"where {which} and {access.ToSql(parameters)} order by {order}, case_id limit {RegisterLimit + 1} offset @before", parameters, cancellationToken);
    }

    private string Where(CaseAccess.Official access, DeskFilter filter, DynamicParameters parameters)
    {
        var now = clock.Now();
        return $"{filter.ToSql(parameters, now, days => StartOf(LocalDay.Of(now, pack.Current.Pack).AddDays(days)))} and {access.ToSql(parameters)}";
    }

    private Instant StartOf(DateOnly day) => LocalDay.StartOf(day, pack.Current.Pack);

    private async Task<IReadOnlyList<CaseRow>> QueryAsync(string rest, DynamicParameters parameters, CancellationToken cancellationToken)
    {
        await using var connection = await db.OpenAsync(cancellationToken);
        return (await connection.QueryAsync<CaseRow>($"select {CaseRow.Columns} from cases_case {rest}", parameters)).AsList();
    }

    private sealed record Closing
    {
        public required Guid CaseId { get; init; }

        public required Instant At { get; init; }
    }
}
