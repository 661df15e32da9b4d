using Dapper;
using Npgsql;

namespace Platform.Infra.Tests;

public sealed class InstanceDatabaseTests : IAsyncLifetime
{
    private readonly string instance = $"t{Guid.CreateVersion7().ToString("N")[^11..]}";
    private NpgsqlConnection? server;

    private NpgsqlConnection Server => server!;

    public ValueTask InitializeAsync()
    {
        var place = Environment.GetEnvironmentVariable("PLATFORM_TEST_POSTGRES");
        Assert.SkipWhen(place is null, "No PostgreSQL");
        Tool.Need(root: false, "psql");
        server = new NpgsqlConnection(place);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task An_instance_gets_its_role_and_two_databases_once_that_nobody_else_may_enter()
    {
        await Tool.DoAsync("psql", Words(instance));
        await Tool.DoAsync("psql", Words(instance));

        var made = (await Server.QueryAsync<(string Name, string Collation, string Encoding, bool Open)>(
            "select datname, datcollate, pg_encoding_to_char(encoding), exists (select 1 from aclexplode(datacl) where grantee = 0) from pg_database where datname like @like order by 1", new { like = $"egov-{instance}%" })).ToList();
        Assert.Equal([($"egov-{instance}", "C", "UTF8", false), ($"egov-{instance}-keys", "C", "UTF8", false)], made);
    }

    [Fact]
    public async Task A_database_of_its_name_that_is_another_ones_is_left_alone()
    {
        await Tool.DoAsync("psql", Words(instance));

        var (code, output) = await Tool.RunAsync("psql", Words($"{instance}-keys"));

        Assert.NotEqual(0, code);
        Assert.Contains($"The database egov-{instance}-keys belongs to egov-{instance}", output, StringComparison.Ordinal);
        Assert.Equal(0, await Server.ExecuteScalarAsync<long>("select count(*) from pg_roles where rolname = @name", new { name = $"egov-{instance}-keys" }));
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            foreach (var database in new[] { instance, $"{instance}-keys", $"{instance}-keys-keys" })
            {
                await server.ExecuteAsync($"drop database if exists \"egov-{database}\"");
            }

            await server.ExecuteAsync($"drop role if exists \"egov-{instance}-keys\"; drop role if exists \"egov-{instance}\"");
            await server.DisposeAsync();
        }
    }

    private static string[] Words(string instance)
    {
        var place = new NpgsqlConnectionStringBuilder(Environment.GetEnvironmentVariable("PLATFORM_TEST_POSTGRES"));
        return ["-h", place.Host!, "-p", $"{place.Port}", "-U", place.Username!, "-d", "postgres", "-q", "-v", $"instance={instance}", "-f", Tool.Infra("systemd/postgresql/instance.sql")];
    }
}
