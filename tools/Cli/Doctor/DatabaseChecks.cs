using System.Globalization;
using Dapper;
using Platform.Core.Data;
using Platform.Core.Modules;

namespace Platform.Cli.Doctor;

/// <summary>Whether the database keeps what it is told, and is of this release.</summary>
internal sealed class DatabaseChecks(Db db, Migrator migrator, TimeProvider clock, ModuleCatalog modules)
{
    private static readonly string[] Durable = ["fsync", "full_page_writes", "synchronous_commit"];

    public async Task<IReadOnlyList<Finding>> RunAsync() => [await ReachableAsync(), .. db.IsPostgres ? await PostgresAsync() : await SqliteAsync(), await MigrationsAsync()];

    private async Task<Finding> ReachableAsync()
    {
        var begun = clock.GetTimestamp();
        await using var connection = await db.OpenAsync();
        var version = await connection.ExecuteScalarAsync<string>(db.IsPostgres ? "select current_setting('server_version')" : "select sqlite_version()");
        return Finding.Ok("database", string.Create(CultureInfo.InvariantCulture, $"{(db.IsPostgres ? "PostgreSQL" : "SQLite")} {version} answers in {clock.GetElapsedTime(begun).TotalMilliseconds:0} ms"));
    }

    private async Task<IReadOnlyList<Finding>> PostgresAsync()
    {
        await using var connection = await db.OpenAsync();
        var findings = new List<Finding>();
        foreach (var name in Durable)
        {
            var value = await connection.ExecuteScalarAsync<string>("select current_setting(@name)", new { name });
            findings.Add(value is "off" or "local"
                ? Finding.Fail($"database.{name}", $"{name} is {value}: the database would lose what it has answered", $"alter system set {name} = on; select pg_reload_conf()")
                : Finding.Ok($"database.{name}", $"{name} is {value}"));
        }

        var (collation, encoding) = await connection.QuerySingleAsync<(string, string)>("select datcollate, pg_encoding_to_char(encoding) from pg_database where datname = current_database()");
        findings.Add(encoding == "UTF8" && (collation is "C" or "POSIX" || collation.StartsWith("C.", StringComparison.Ordinal))
            ? Finding.Ok("database.collation", $"{encoding}, {collation}")
            : Finding.Fail("database.collation", $"{encoding}, {collation}: text is not in the order of code points", "Restore a backup into a database made with: create database … encoding 'UTF8' locale 'C' template template0"));
        findings.Add(Skew(clock.GetUtcNow() - new DateTimeOffset(await connection.ExecuteScalarAsync<DateTime>("select clock_timestamp()"), TimeSpan.Zero)));
        return findings;
    }

    private static Finding Skew(TimeSpan skew) => Math.Abs(skew.TotalSeconds) switch
    {
        < 2 => Finding.Ok("clock", "This machine and the database's agree to two seconds"),
        < 30 => Finding.Warn("clock", FormattableString.Invariant($"This machine is {skew.TotalSeconds:0} s from the database's"), "Let both follow one time server: timedatectl set-ntp true"),
        _ => Finding.Fail("clock", FormattableString.Invariant($"This machine is {skew.TotalSeconds:0} s from the database's; deadlines would be wrong"), "Let both follow one time server: timedatectl set-ntp true"),
    };

    private async Task<IReadOnlyList<Finding>> SqliteAsync()
    {
        await using var connection = await db.OpenAsync();
        var whole = await connection.ExecuteScalarAsync<string>("pragma quick_check(1)");
        var mode = await connection.ExecuteScalarAsync<string>("pragma journal_mode");
        return
        [
            whole == "ok" ? Finding.Ok("database.whole", "The file is whole") : Finding.Fail("database.whole", $"The file is damaged: {whole}", "Stop the portal and restore the newest backup: egov restore"),
            mode == "wal" ? Finding.Ok("database.journal", "Changes go through the write-ahead log") : Finding.Warn("database.journal", $"The journal is {mode}; readers wait for writers", "The portal sets it at its next start"),
        ];
    }

    private async Task<Finding> MigrationsAsync()
    {
        var pending = await migrator.PendingAsync(modules.Migrations);
        return pending.Count == 0
            ? Finding.Ok("migrations", "The tables are of this release")
            : Finding.Fail("migrations", $"Not applied, or edited after it: {string.Join(", ", pending)}", "egov migrate, with the host's options; a portal of this release does it when it starts");
    }
}
