using Dapper;
using Npgsql;
using Platform.Core.Data;

namespace Platform.Cli.Conformance;

/// <summary>Migrations of the platform and of the module on an empty database, twice.</summary>
internal static class MigrationTrial
{
    /// <returns>Columns by table of the module, as <c>permits_entry.number</c>, and what is wrong.</returns>
    public static async Task<(IReadOnlyList<string> Columns, IReadOnlyList<string> Faults)> RunAsync(string connectionString, Trial trial, Subject subject)
    {
        var faults = new List<string>();
        await using var db = new Db(connectionString);
        var migrator = new Migrator(db, TimeProvider.System);
        try
        {
            await migrator.RunAsync(trial.Catalog.Migrations);
            if (await migrator.RunAsync(trial.Catalog.Migrations) is > 0 and var again)
            {
                faults.Add($"{again} files ran a second time");
            }
        }
        catch (MigrationException error)
        {
            return ([], [error.Message]);
        }

        var columns = await ColumnsAsync(db, subject.Prefix);
        var made = columns.Select(c => c.Split('.')[0]).Distinct().Order(StringComparer.Ordinal);
        var said = subject.Description.Tables.Where(t => t.StartsWith(subject.Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        return (columns, [.. faults, .. made.Except(said).Select(t => $"the table {t} is made in a way that cannot be seen beforehand"), .. said.Except(made).Select(t => $"the table {t} is not there afterwards")]);
    }

    /// <summary>Runs on a database of its own on this server, which is dropped afterwards.</summary>
    public static async Task<(IReadOnlyList<string> Columns, IReadOnlyList<string> Faults)> RunOnServerAsync(string server, Trial trial, Subject subject)
    {
        var name = $"conformance_{Guid.CreateVersion7():N}";
        await using var admin = new NpgsqlConnection(server);
        await admin.ExecuteAsync($"create database {name} encoding 'UTF8' locale 'C' template template0");
        try
        {
            return await RunAsync(new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString, trial, subject);
        }
        finally
        {
            await admin.ExecuteAsync($"drop database if exists {name} with (force)");
        }
    }

    private static async Task<IReadOnlyList<string>> ColumnsAsync(Db db, string prefix)
    {
        var all = await db.ReadAsync<string>(db.IsPostgres
            ? "select table_name || '.' || column_name from information_schema.columns where table_schema = 'public'"
            : "select m.name || '.' || c.name from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table'");
        return [.. all.Where(c => c.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
    }
}
