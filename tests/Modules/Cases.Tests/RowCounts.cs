using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Data;
using Platform.Modules.Cases.Desk;
using Platform.Testing;

namespace Platform.Modules.Cases.Tests;

/// <summary>
/// How many rows every table has that an act on a case may write: to show that one that failed wrote none. That an official looked is no act, and on record
/// whatever comes of it: those rows are left out.
/// </summary>
internal static class RowCounts
{
    private static readonly string[] Written = ["cases_", "platform_audit", "platform_outbox", "platform_idempotency", "platform_act_guard"];

    // Looks stand in chains of their own, and are sealed as all others.
    private static readonly string[] OfLooks = ["platform_audit", "platform_audit_unsealed", "platform_audit_seal"];

    /// <summary>Every table there is, once everything that was published is handled.</summary>
    public static async Task<SortedDictionary<string, long>> OfAllAsync(TestPlatform platform)
    {
        await platform.SettleAsync();
        return await OfAsync(platform, [""]);
    }

    public static Task<SortedDictionary<string, long>> OfAsync(TestPlatform platform) => OfAsync(platform, Written);

    private static async Task<SortedDictionary<string, long>> OfAsync(TestPlatform platform, string[] prefixes)
    {
        var db = platform.Services.GetRequiredService<Db>();
        await using var connection = await db.OpenAsync();
        var tables = await connection.QueryAsync<string>(db.IsPostgres
            ? "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'"
            : "select name from sqlite_master where type = 'table'");
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in tables.Where(t => prefixes.Any(w => t.StartsWith(w, StringComparison.Ordinal))))
        {
            var acts = OfLooks.Contains(table) ? $" where subject_id in (select subject_id from platform_audit where kind <> '{AccessLog.Kind}')" : "";
            counts[table] = await connection.ExecuteScalarAsync<long>($"select count(*) from {table}{acts}");
        }

        return counts;
    }
}
