using System.Data.Common;
using System.Diagnostics;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Platform.Load.References;

/// <summary>One durable batch of three inserts (case, event, message) from each of many clients, with nothing around it.</summary>
internal static class BatchWriter
{
    private const string Tables =
        """
        drop table if exists load_case; drop table if exists load_event; drop table if exists load_outbox;
        create table load_case (case_id uuid not null primary key, reference text not null, state text not null, content bytea not null);
        create table load_event (case_id uuid not null, seq bigint not null, kind text not null, primary key (case_id, seq));
        create table load_outbox (message_id uuid not null primary key, body text not null);
        """;

    private const string Insert =
        """
        insert into load_case (case_id, reference, state, content) values (@id, @reference, 'submitted', @content);
        insert into load_event (case_id, seq, kind) values (@id, 1, 'submitted');
        insert into load_outbox (message_id, body) values (@message, '{}');
        """;

    /// <returns>Batches a second.</returns>
    public static async Task<double> RunAsync(string connectionString, int clients, TimeSpan time)
    {
        await using (var setup = await OpenAsync(connectionString))
        {
            await setup.ExecuteAsync(Tables);
        }

        var clock = Stopwatch.StartNew();
        // SQLite has one writer: more clients would only wait for its lock.
        var counts = await Task.WhenAll(Enumerable.Range(0, IsPostgres(connectionString) ? clients : 1).Select(_ => Task.Run(() => WriteAsync(connectionString, clock, time))));
        return counts.Sum() / clock.Elapsed.TotalSeconds;
    }

    private static async Task<long> WriteAsync(string connectionString, Stopwatch clock, TimeSpan time)
    {
        await using var connection = await OpenAsync(connectionString);
        var content = new byte[600];
        var count = 0L;
        for (; clock.Elapsed < time; count++)
        {
            await using var transaction = await connection.BeginTransactionAsync();
            await connection.ExecuteAsync(Insert, new { id = Guid.CreateVersion7(), reference = "ABCDEFGHJK", content, message = Guid.CreateVersion7() }, transaction);
            await transaction.CommitAsync();
        }

        return count;
    }

    private static bool IsPostgres(string connectionString) => connectionString.Contains("Host=", StringComparison.OrdinalIgnoreCase);

    private static async Task<DbConnection> OpenAsync(string connectionString)
    {
        DbConnection connection = IsPostgres(connectionString) ? new NpgsqlConnection(connectionString) : new SqliteConnection(connectionString);
        await connection.OpenAsync();
        if (connection is SqliteConnection)
        {
            await connection.ExecuteAsync("pragma journal_mode = wal; pragma synchronous = full");
        }

        return connection;
    }
}
