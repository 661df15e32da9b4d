using Dapper;
using Npgsql;

namespace Platform.Infra.Tests;

public sealed class InstanceDatabaseTests
{
    [Fact]
    public async Task An_instance_gets_its_role_and_two_databases_once_that_nobody_else_may_enter()
    {
        var server = Environment.GetEnvironmentVariable("PLATFORM_TEST_POSTGRES");
        Assert.SkipWhen(server is null, "No PostgreSQL");
        Tool.Need(root: false, "psql");
        var place = new NpgsqlConnectionStringBuilder(server);
        var instance = $"t{Guid.CreateVersion7().ToString("N")[^11..]}";
        string[] words = ["-h", place.Host!, "-p", $"{place.Port}", "-U", place.Username!, "-d", "postgres", "-q", "-v", $"instance={instance}", "-f", Tool.Infra("systemd/postgresql/instance.sql")];
        await using var connection = new NpgsqlConnection(server);
        try
        {
            await Tool.DoAsync("psql", words);
            await Tool.DoAsync("psql", words);

            var made = (await connection.QueryAsync<(string Name, string Collation, string Encoding, bool Open)>(
                "select datname, datcollate, pg_encoding_to_char(encoding), exists (select 1 from aclexplode(datacl) where grantee = 0) from pg_database where datname like @like order by 1", new { like = $"egov-{instance}%" })).ToList();
            Assert.Equal([($"egov-{instance}", "C", "UTF8", false), ($"egov-{instance}-keys", "C", "UTF8", false)], made);
        }
        finally
        {
            await connection.ExecuteAsync($"drop database if exists \"egov-{instance}\"");
            await connection.ExecuteAsync($"drop database if exists \"egov-{instance}-keys\"");
            await connection.ExecuteAsync($"drop role if exists \"egov-{instance}\"");
        }
    }
}
