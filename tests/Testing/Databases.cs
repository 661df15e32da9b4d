using Dapper;
using Npgsql;
using Platform.Core.Data;
using Xunit;
using Xunit.Sdk;

namespace Platform.Testing;

public enum DatabaseKind
{
    Sqlite,
    Postgres,
}

/// <summary>The databases that every data test runs on. Without PostgreSQL its half shows as skipped.</summary>
public static class Databases
{
    private const string Variable = "PLATFORM_TEST_POSTGRES";

    /// <summary>For <c>[Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]</c>.</summary>
    public static IEnumerable<TheoryDataRow<DatabaseKind>> All()
    {
        yield return new(DatabaseKind.Sqlite);
        yield return new(DatabaseKind.Postgres) { Skip = Server is null ? $"{Variable} names no PostgreSQL server" : null };
    }

    internal static string? Server => Environment.GetEnvironmentVariable(Variable);

    /// <param name="connections">How many the pool holds.</param>
    /// <returns>The connection string of a new, empty database.</returns>
    public static async Task<string> CreateAsync(DatabaseKind kind, string folder, int connections = 12)
    {
        if (kind == DatabaseKind.Sqlite)
        {
            return $"Data Source={Path.Combine(folder, "platform.db")}";
        }

        var name = $"t{Guid.CreateVersion7():N}";
        await using var connection = new NpgsqlConnection(Server);
        await connection.ExecuteAsync($"create database {name} encoding 'UTF8' locale 'C' template template0");
        return new NpgsqlConnectionStringBuilder(Server) { Database = name, MaxPoolSize = connections, Timeout = 10 }.ConnectionString;
    }

    public static async Task DropAsync(string connectionString)
    {
        if (!connectionString.Contains("Host=", StringComparison.Ordinal))
        {
            return;
        }

        var name = new NpgsqlConnectionStringBuilder(connectionString).Database;
        await using var connection = new NpgsqlConnection(Server);
        await connection.ExecuteAsync($"drop database if exists {name} with (force)");
    }
}
