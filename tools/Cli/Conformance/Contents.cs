using System.Security.Cryptography;
using System.Text;
using Dapper;
using Platform.Core.Data;

namespace Platform.Cli.Conformance;

/// <summary>What stands in every table, to see whether a request changed anything.</summary>
internal static class Contents
{
    // The platform's own: its jobs write them all the time, and a reading request may leave a line of who looked.
    private static readonly string[] Own = ["platform_", "keys_", "identity_session"];

    /// <returns>A sum by table.</returns>
    public static async Task<IReadOnlyDictionary<string, string>> ReadAsync(Db db)
    {
        await using var connection = await db.OpenAsync();
        var tables = await connection.QueryAsync<string>("select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name");
        var sums = new Dictionary<string, string>();
        foreach (var table in tables.Where(t => !Own.Any(o => t.StartsWith(o, StringComparison.Ordinal))).ToList())
        {
            sums[table] = await SumAsync(connection, table);
        }

        return sums;
    }

    public static IEnumerable<string> Changed(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after) =>
        after.Where(t => before.GetValueOrDefault(t.Key) != t.Value).Select(t => t.Key);

    private static async Task<string> SumAsync(System.Data.Common.DbConnection connection, string table)
    {
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var rows = await connection.ExecuteReaderAsync($"select * from {table}");
        while (await rows.ReadAsync())
        {
            for (var i = 0; i < rows.FieldCount; i++)
            {
                sum.AppendData(rows.GetValue(i) is byte[] bytes ? bytes : Encoding.UTF8.GetBytes($"{rows.GetValue(i)}|"));
            }
        }

        return Convert.ToHexStringLower(sum.GetHashAndReset());
    }
}
