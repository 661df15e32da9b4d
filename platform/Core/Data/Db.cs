using System.Data.Common;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Platform.Core.Data;

/// <summary>
/// A database of the instance: PostgreSQL when the connection string names a host, else a SQLite file.
/// Stores read through <see cref="OpenAsync"/>; changes go through <see cref="Act"/> or <see cref="WriteAsync{T}"/>.
/// </summary>
public sealed class Db : IAsyncDisposable
{
    private const int MostConnections = 16;

    // SQLITE_ERROR and SQLITE_CONSTRAINT: https://sqlite.org/rescode.html
    private const int SqliteError = 1;
    private const int SqliteConstraint = 19;

    // Two for each core that works and one that waits for the disk, as PostgreSQL's own pages count. More take turns on the same cores, each with plans
    // and tables of its own to be fetched into the core's memory again: platform/decisions/0011.
    private static readonly int Connections = Math.Min((2 * Environment.ProcessorCount) + 1, MostConnections);

    // A page elsewhere costs little more than the next one where no disk has a head to move. Told otherwise, PostgreSQL plans to read a table that is still
    // small from its beginning, and goes on so while it grows, until its statistics are taken: a new portal's busiest statement took thirteen times as long.
    private const string Planning = "-c random_page_cost=1.1";

    private readonly NpgsqlDataSource? postgres;
    private readonly SqliteWriter? writer;
    private readonly string connectionString;

    static Db() => TypeHandlers.Register();

    /// <param name="connectionString"><c>Host=...</c> for PostgreSQL, <c>Data Source=file</c> for SQLite.</param>
    /// <exception cref="ArgumentException">It is no connection string.</exception>
    public Db(string connectionString)
    {
        if (IsForPostgres(connectionString))
        {
            // No statement leaves anything behind in its session, so there is nothing to reset when a connection is used again.
            var settings = new NpgsqlConnectionStringBuilder(connectionString) { IncludeErrorDetail = false, NoResetOnClose = true };
            settings.MaxPoolSize = Keys(connectionString).Overlaps(["MAXIMUMPOOLSIZE", "MAXPOOLSIZE"]) ? settings.MaxPoolSize : Connections;
            settings.Options ??= Planning;
            // Of a batch that was refused one has to know by which statement.
            settings.IncludeFailedBatchedCommand = true;
            settings.MaxAutoPrepare = settings.MaxAutoPrepare == 0 ? 200 : settings.MaxAutoPrepare;
            this.connectionString = settings.ConnectionString;
            postgres = NpgsqlDataSource.Create(settings);
            return;
        }

        this.connectionString = new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true, DefaultTimeout = 30 }.ConnectionString;
        writer = new SqliteWriter(OpenForWritingAsync);
    }

    public bool IsPostgres => postgres is not null;

    /// <summary>True for a connection string that names a server; the others name a file.</summary>
    /// <exception cref="ArgumentException">It is no connection string.</exception>
    public static bool IsForPostgres(string connectionString) => Keys(connectionString).Overlaps(["HOST", "SERVER"]);

    /// <summary>Appended to the inner select of a claim, so that two workers never wait for each other's rows.</summary>
    internal string SkipLocked => IsPostgres ? " for update skip locked" : "";

    public async Task<DbConnection> OpenAsync(CancellationToken cancellationToken = default) =>
        postgres is null ? await OpenSqliteAsync(cancellationToken) : await postgres.OpenConnectionAsync(cancellationToken);

    /// <summary>
    /// Reads rows. The connection is back in its pool before this answers: who holds one while asking for another may wait for somebody who does
    /// the same, and the pool is small.
    /// </summary>
    public async Task<IReadOnlyList<T>> ReadAsync<T>(string sql, object? parameters = null, CancellationToken cancellationToken = default)
    {
        await using var connection = await OpenAsync(cancellationToken);
        return (await connection.QueryAsync<T>(sql, parameters)).AsList();
    }

    /// <summary>Runs <paramref name="work"/> in one transaction: all of it or nothing. On SQLite all writers wait in one queue and share commits.</summary>
    public async Task<T> WriteAsync<T>(Func<DbConnection, DbTransaction, Task<T>> work, CancellationToken cancellationToken = default)
    {
        if (writer is not null)
        {
            return await writer.RunAsync(work, cancellationToken);
        }

        await using var connection = await postgres!.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var result = await work(connection, transaction);
        await transaction.CommitAsync(CancellationToken.None);
        return result;
    }

    /// <summary>One statement in a transaction of its own, for writes that are no act (leases, counters of the platform itself).</summary>
    public Task<int> WriteAsync(string sql, object? parameters = null, CancellationToken cancellationToken = default) =>
        WriteOneAsync((connection, transaction) => connection.ExecuteAsync(sql, parameters, transaction), cancellationToken);

    /// <summary>The same for a statement that returns rows.</summary>
    internal Task<IReadOnlyList<T>> WriteAndReadAsync<T>(string sql, object parameters, CancellationToken cancellationToken) =>
        WriteOneAsync<IReadOnlyList<T>>(async (connection, transaction) => (await connection.QueryAsync<T>(sql, parameters, transaction)).AsList(), cancellationToken);

    /// <summary>Statements one after another, all of them or none, on PostgreSQL in one round trip.</summary>
    /// <exception cref="RefusedException">The database refused one of them; none was run.</exception>
    internal async Task SendAsync(IReadOnlyList<Statement> all, CancellationToken cancellationToken)
    {
        if (postgres is null)
        {
            await WriteAsync((connection, transaction) => RunAsync(connection, transaction, all), cancellationToken);
            return;
        }

        // A batch without a transaction of its own is one implicit transaction and one round trip.
        await using var connection = await postgres.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        foreach (var statement in all)
        {
            batch.BatchCommands.Add(statement.ToBatchCommand());
        }

        try
        {
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }
        // The server itself said no to a statement, so that nothing of the transaction is there. What became of it where a connection broke is open.
        catch (PostgresException error) when (error is { InvariantSeverity: "ERROR", SqlState: not ['0', '8', ..] })
        {
            var refused = error.BatchCommand is { } command ? batch.BatchCommands.IndexOf(command) : -1;
            throw new RefusedException(refused < 0 ? null : all[refused], error);
        }
    }

    /// <summary>
    /// The SQL for "column is one of": use with <see cref="List{T}"/> for the parameter, as in
    /// <c>$"... where {db.AnyOf("case_id", "ids")}"</c> and <c>new { ids = db.List(ids) }</c>.
    /// </summary>
    /// <remarks>
    /// As a query the list is the same to PostgreSQL's planner however long it is. Where it sees one that is shorter than the ten it expects, it plans
    /// the statement anew each time, which takes longer than reading.
    /// </remarks>
    public string AnyOf(string column, string parameter) =>
        IsPostgres ? $"{column} = any(array(select unnest(@{parameter})))" : $"{column} in (select value from json_each(@{parameter}))";

    /// <summary>The same for a column of bytes.</summary>
    public string AnyOfBytes(string column, string parameter) =>
        IsPostgres ? AnyOf(column, parameter) : $"{column} in (select unhex(value) from json_each(@{parameter}))";

    /// <summary>The parameter value that <see cref="AnyOf"/> expects. <typeparamref name="T"/> is <see cref="Guid"/>, <see cref="string"/>, <see cref="long"/> or bytes.</summary>
    public object List<T>(IEnumerable<T> values) where T : notnull => IsPostgres
        ? values.ToArray()
        // The provider writes ids to SQLite in upper case, so that is what a list must hold.
        : JsonSerializer.Serialize(values.Select(v => v switch
        {
            Guid id => id.ToString().ToUpperInvariant(),
            byte[] bytes => Convert.ToHexString(bytes),
            _ => (object)v,
        }));

    /// <summary>The tables that have a column of this name, also those of modules that are switched off.</summary>
    public async Task<IReadOnlyList<string>> TablesWithAsync(string column, CancellationToken cancellationToken = default)
    {
        await using var connection = await OpenAsync(cancellationToken);
        return (await connection.QueryAsync<string>(
            IsPostgres
                ? "select table_name from information_schema.columns where table_schema = any(current_schemas(false)) and column_name = @column"
                : "select m.name from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table' and c.name = @column",
            new { column })).AsList();
    }

    public async ValueTask DisposeAsync()
    {
        if (postgres is not null)
        {
            await postgres.DisposeAsync();
        }

        if (writer is not null)
        {
            await writer.DisposeAsync();
            await using var connection = new SqliteConnection(connectionString);
            SqliteConnection.ClearPool(connection);
        }
    }

    /// <summary>A transaction that sees one moment, however long it reads and whoever writes meanwhile.</summary>
    internal static async Task<DbTransaction> BeginSnapshotAsync(DbConnection connection, CancellationToken cancellationToken) => connection is SqliteConnection sqlite
        ? sqlite.BeginTransaction(deferred: true)
        : await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellationToken);

    private static async Task<int> RunAsync(DbConnection connection, DbTransaction transaction, IReadOnlyList<Statement> all)
    {
        foreach (var statement in all)
        {
            await using var command = statement.ToCommand(connection, transaction);
            try
            {
                await command.ExecuteNonQueryAsync();
            }
            catch (SqliteException error) when (error.SqliteErrorCode is SqliteError or SqliteConstraint)
            {
                throw new RefusedException(statement, error);
            }
        }

        return all.Count;
    }

    private static HashSet<string> Keys(string connectionString) =>
        [.. new DbConnectionStringBuilder { ConnectionString = connectionString }.Keys.Cast<string>().Select(k => k.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant())];

    // PostgreSQL makes a transaction of each single statement itself, without two more round trips.
    private async Task<T> WriteOneAsync<T>(Func<DbConnection, DbTransaction?, Task<T>> statement, CancellationToken cancellationToken)
    {
        if (postgres is null)
        {
            return await WriteAsync(statement, cancellationToken);
        }

        await using var connection = await postgres.OpenConnectionAsync(cancellationToken);
        return await statement(connection, null);
    }

    internal NpgsqlConnection CreatePostgresConnection() => postgres!.CreateConnection();

    private async Task<DbConnection> OpenSqliteAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    private async Task<DbConnection> OpenForWritingAsync(CancellationToken cancellationToken)
    {
        var connection = await OpenSqliteAsync(cancellationToken);
        // WAL lets readers go on while one writes; FULL makes an answered commit survive a power cut.
        await connection.ExecuteAsync("pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 30000; pragma secure_delete = on");
        return connection;
    }
}
