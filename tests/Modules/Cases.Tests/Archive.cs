using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Data;
using Platform.Modules.Cases.Tests.Desk;
using Platform.Testing;

namespace Platform.Modules.Cases.Tests;

/// <summary>A portal that has run for years, for tests of plans: every twentieth case open, every tenth of one body, no draft.</summary>
internal static class Archive
{
    private const int Cases = 4000, OpenOneOf = 20, OrganizationOneOf = 10;

    /// <summary>The database knows how many rows of each kind there are.</summary>
    public static async Task<TestPlatform> StartAsync(DatabaseKind kind)
    {
        var platform = await TestPlatform.StartAsync(kind, "starter");
        var seed = await Office.CaseAsync(platform);
        var db = platform.Services.GetRequiredService<Db>();
        string[] own = ["case_id", "reference", "organization", "queue", "state", "final", "state_due_at"];
        await using var connection = await db.OpenAsync();
        await using var columns = await connection.ExecuteReaderAsync("select * from cases_case where 1 = 0");
        var others = Enumerable.Range(0, columns.FieldCount).Select(columns.GetName).Except(own).ToList();
        await columns.CloseAsync();
        await db.WriteAsync(async (writing, transaction) => await writing.ExecuteAsync(
            $"""
            insert into cases_case ({string.Join(", ", own.Concat(others))})
            select @id, null, @organization, @queue, @state, @final, @due, {string.Join(", ", others)} from cases_case where case_id = @seed
            """,
            Enumerable.Range(0, Cases).Select(n => new
            {
                id = Guid.CreateVersion7(),
                organization = n % OrganizationOneOf == 0 ? Office.Registry : $"body-{n % 99}",
                queue = n / OrganizationOneOf % OpenOneOf == 0 ? seed.Queue : null,
                state = n / OrganizationOneOf % OpenOneOf == 0 ? seed.State : "closed",
                final = n / OrganizationOneOf % OpenOneOf != 0,
                due = platform.Clock.Now().Plus(TimeSpan.FromHours(n)),
                seed = seed.CaseId,
            }),
            transaction));
        await connection.ExecuteAsync("analyze cases_case");
        return platform;
    }
}
