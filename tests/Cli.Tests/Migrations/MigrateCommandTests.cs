using System.CommandLine;
using Dapper;
using Platform.Cli.Migrations;
using Platform.Core.Data;
using Platform.Testing;

namespace Platform.Cli.Tests.Migrations;

public sealed class MigrateCommandTests : IDisposable
{
    private readonly TestFolder folder = new();

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_empty_database_becomes_an_instances_once(DatabaseKind kind)
    {
        var database = await Databases.CreateAsync(kind, folder.Path);
        try
        {
            Assert.Equal(0, await RunAsync(database));
            var applied = await AppliedAsync(database);
            Assert.Equal(0, await RunAsync(database));

            Assert.True(applied > 10);
            Assert.Equal(applied, await AppliedAsync(database));
        }
        finally
        {
            await Databases.DropAsync(database);
        }
    }

    public void Dispose() => folder.Dispose();

    private static async Task<long> AppliedAsync(string database)
    {
        await using var db = new Db(database);
        await using var connection = await db.OpenAsync();
        return await connection.ExecuteScalarAsync<long>("select count(*) from platform_migration");
    }

    private async Task<int> RunAsync(string database)
    {
        string[] place = Db.IsForPostgres(database) ? ["--database", database] : [];
        string[] host = ["--data", folder.Path, "--pack", Path.Combine(TestFolder.RepositoryRoot, "templates/packs/starter"), "--environment", "Development"];
        return await MigrateCommand.Create().Parse([.. host, .. place]).InvokeAsync(new InvocationConfiguration { Output = TextWriter.Null });
    }
}
