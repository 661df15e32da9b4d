using Dapper;
using Platform.Core.Data;
using Platform.Core.Keys.Search;
using Platform.Core.Packs;
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

    /// <summary>Cases with this answer: an identity number, or the words of a name, in questions that the service made searchable. Newest first.</summary>
    public async Task<IReadOnlyList<CaseRow>> SearchAsync(CaseAccess.Official access, string value, CancellationToken cancellationToken = default)
    {
        var parameters = new DynamicParameters(new { exact = db.List(SearchableAnswers.FindExact(tokens, value)) });
        var words = SearchableAnswers.FindName(tokens, value).Select((any, i) =>
        {
            parameters.Add($"word{i}", db.List(any));
            return $"case_id in (select case_id from cases_token where {db.AnyOf("token", $"word{i}")})";
        }).ToList();
        var byName = words.Count == 0 ? "" : $" or ({string.Join(" and ", words)})";
        return await QueryAsync(
            $"where (case_id in (select case_id from cases_token where {db.AnyOf("token", "exact")}){byName}) and {access.ToSql(parameters)} order by case_id desc limit {SearchLimit}",
            parameters, cancellationToken);
    }

    /// <summary>What came in on a day, oldest first; one more than <see cref="RegisterLimit"/> where there are more.</summary>
    /// <param name="part">From 0: so many times <see cref="RegisterLimit"/> cases are left out.</param>
    public Task<IReadOnlyList<CaseRow>> ReceivedAsync(CaseAccess.Official access, DateOnly day, int part, CancellationToken cancellationToken = default) =>
        OfDayAsync("submitted_at is not null", "submitted_at", access, day, part, cancellationToken);

    /// <summary>What was closed on a day, oldest first; one more than <see cref="RegisterLimit"/> where there are more.</summary>
    /// <param name="part">As for what was received.</param>
    public Task<IReadOnlyList<CaseRow>> ClosedAsync(CaseAccess.Official access, DateOnly day, int part, CancellationToken cancellationToken = default) =>
        OfDayAsync("final", "changed_at", access, day, part, cancellationToken);

    private Task<IReadOnlyList<CaseRow>> OfDayAsync(string which, string column, CaseAccess.Official access, DateOnly day, int part, CancellationToken cancellationToken)
    {
        var (from, to) = (StartOf(day), StartOf(day.AddDays(1)));
        var parameters = new DynamicParameters(new { from, to, before = part * RegisterLimit });
        return QueryAsync(
            $"where {which} and {column} >= @from and {column} < @to and {access.ToSql(parameters)} order by {column}, case_id limit {RegisterLimit + 1} offset @before", parameters, cancellationToken);
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
}
