using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Data;
using Platform.Testing;

namespace Platform.Modules.Cases.Tests;

/// <summary>A plan is kept while the tables grow, so what a new portal plans for its empty ones must not read them from their beginning.</summary>
public sealed class CasePartPlanTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Parts_of_a_case_are_found_by_their_case_where_there_are_none_yet(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind);
        var db = platform.Services.GetRequiredService<Db>();
        var sql = CasePart.Sql(db, forOfficials: true);

        if (!db.IsPostgres)
        {
            Assert.DoesNotContain("SCAN cases_", await QueryPlan.OfAsync(db, sql, new { cases = db.List([Guid.CreateVersion7()]) }), StringComparison.Ordinal);
            return;
        }

        await using var connection = await db.OpenAsync();
        // The plan that the driver gets for a statement that is asked again and again.
        await connection.ExecuteAsync("set plan_cache_mode = force_generic_plan");
        await connection.ExecuteAsync($"prepare parts (uuid[]) as {sql.Replace("@cases", "$1", StringComparison.Ordinal)}");
        var kept = string.Join('\n', await connection.QueryAsync<string>("explain execute parts (array[gen_random_uuid()])"));
        await connection.ExecuteAsync("deallocate parts; reset plan_cache_mode");
        Assert.DoesNotContain("Seq Scan", kept, StringComparison.Ordinal);
        Assert.Contains("cases_event_pkey", kept, StringComparison.Ordinal);
    }
}
