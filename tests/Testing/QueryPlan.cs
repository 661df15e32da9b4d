using Dapper;
using Platform.Core.Data;

namespace Platform.Testing;

/// <summary>How a database would run a statement, in its own words: a line for each step.</summary>
public static class QueryPlan
{
    /// <param name="settings">Of PostgreSQL's planner, for this statement only, such as <c>enable_sort = off</c>.</param>
    public static async Task<string> OfAsync(Db db, string sql, object parameters, params IEnumerable<string> settings)
    {
        await using var connection = await db.OpenAsync();
        if (!db.IsPostgres)
        {
            return Lines((await connection.QueryAsync($"explain query plan {sql}", parameters)).Select(row => (string)row.detail));
        }

        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var setting in settings)
        {
            await connection.ExecuteAsync($"set local {setting}");
        }

        return Lines(await connection.QueryAsync<string>($"explain {sql}", parameters));
    }

    private static string Lines(IEnumerable<string> steps) => string.Concat(steps.Select(step => $"{step}\n"));
}
