using System.Diagnostics;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;
using Platform.Core.Data;

namespace Platform.Cli.Backups;

/// <summary>A database that is to be restored: a SQLite file or one of a PostgreSQL server.</summary>
/// <param name="connectionString">As the host takes it.</param>
/// <param name="name">Of the copy: <c>platform</c> or <c>keys</c>.</param>
internal sealed class StoreTarget(string connectionString, string name)
{
    private static readonly string[] SqliteEndings = ["", "-wal", "-shm"];

    private bool IsPostgres => Db.IsForPostgres(connectionString);

    // Left open in a pool, it would itself be one of those who use it.
    private NpgsqlConnection Connect() => new(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);

    private string SqliteFile => new SqliteConnectionStringBuilder(connectionString).DataSource;

    /// <summary>Whether something is there already.</summary>
    /// <exception cref="System.Data.Common.DbException">The server is not to be reached, or has no such database.</exception>
    public async Task<bool> IsTakenAsync()
    {
        if (!IsPostgres)
        {
            return File.Exists(SqliteFile);
        }

        await using var connection = Connect();
        return await connection.ExecuteScalarAsync<long>("select count(*) from information_schema.tables where table_schema = 'public'") > 0;
    }

    /// <summary>Whether somebody works with it at this moment: then nothing may be put aside.</summary>
    public async Task<bool> IsInUseAsync()
    {
        if (IsPostgres)
        {
            return await IsServerInUseAsync();
        }

        try
        {
            // The portal holds this file for as long as it runs.
            var held = Path.Combine(Path.GetDirectoryName(SqliteFile)!, "instance.lock");
            await using var file = File.Exists(held) ? new FileStream(held, FileMode.Open, FileAccess.ReadWrite, FileShare.None) : null;
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    // Whoever has just left is still there for a moment.
    private async Task<bool> IsServerInUseAsync()
    {
        await using var connection = Connect();
        for (var look = 1; ; look++)
        {
            if (await connection.ExecuteScalarAsync<long>("select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'") == 0)
            {
                return false;
            }

            if (look == 4)
            {
                return true;
            }

            await Task.Delay(500);
        }
    }

    /// <summary>What is wrong with the copy for this database; null where it fits.</summary>
    public string? Misfit(string copy) => (IsPostgres, File.Exists(Path.Combine(copy, $"{name}.dump")), File.Exists(Path.Combine(copy, $"{name}.db"))) switch
    {
        (true, true, _) or (false, _, true) => null,
        (true, false, _) => $"{copy} was made of SQLite; leave --{(name == "keys" ? "keys-" : "")}database out.",
        _ => $"{copy} was made of PostgreSQL; name an empty database with --{(name == "keys" ? "keys-" : "")}database \"Host=...;Database=...\".",
    };

    /// <summary>Puts what is there aside, under a name with this time.</summary>
    /// <returns>Where it is now.</returns>
    public async Task<string> AsideAsync(string time)
    {
        if (!IsPostgres)
        {
            var aside = $"{SqliteFile}.aside-{time}";
            foreach (var ending in SqliteEndings.Where(e => File.Exists(SqliteFile + e)))
            {
                File.Move(SqliteFile + ending, aside + ending);
            }

            return aside;
        }

        var schema = $"aside_{time.ToLowerInvariant()}";
        await using var connection = Connect();
        await connection.ExecuteAsync($"alter schema public rename to {schema}; create schema public");
        return $"schema {schema}";
    }

    /// <exception cref="IOException">The database's program failed; its words are in the message. A PostgreSQL database is then as it was.</exception>
    public async Task RestoreAsync(string copy, CancellationToken cancellationToken)
    {
        if (IsPostgres)
        {
            await PgRestoreAsync(Path.Combine(copy, $"{name}.dump"), cancellationToken);
            return;
        }

        var temporary = SqliteFile + ".part";
        File.Copy(Path.Combine(copy, $"{name}.db"), temporary, overwrite: true);
        File.Move(temporary, SqliteFile);
    }

    private async Task PgRestoreAsync(string dump, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("pg_restore", ["--no-owner", "--no-privileges", "--single-transaction", "--schema=public", $"--dbname={new NpgsqlConnectionStringBuilder(connectionString).Database}", dump]) { RedirectStandardError = true };
        foreach (var (variable, value) in Libpq(new NpgsqlConnectionStringBuilder(connectionString)))
        {
            start.Environment[variable] = value;
        }

        using var process = Process.Start(start)!;
        var said = await process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            throw new IOException($"pg_restore failed, and nothing of {dump} is in the database: {said.Trim()}");
        }
    }

    private static IEnumerable<(string, string)> Libpq(NpgsqlConnectionStringBuilder settings) => new (string, string?)[]
    {
        ("PGHOST", settings.Host), ("PGPORT", settings.Port.ToString(CultureInfo.InvariantCulture)), ("PGUSER", settings.Username), ("PGPASSWORD", settings.Password),
        ("PGPASSFILE", settings.Passfile), ("PGSSLROOTCERT", settings.RootCertificate), ("PGSSLCERT", settings.SslCertificate), ("PGSSLKEY", settings.SslKey),
        ("PGSSLMODE", settings.SslMode switch { SslMode.VerifyCA => "verify-ca", SslMode.VerifyFull => "verify-full", var mode => mode.ToString().ToLowerInvariant() }),
    }.Where(p => !string.IsNullOrEmpty(p.Item2)).Select(p => (p.Item1, p.Item2!));
}
