using Dapper;
using Platform.Core.Data;
using Platform.Testing;

namespace Platform.Core.Tests.Data;

public sealed class MigratorTests
{
    private static readonly (string, System.Reflection.Assembly)[] Core = [("platform", typeof(Db).Assembly)];

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_second_run_applies_nothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);

        Assert.Equal(0, await new Migrator(database.Db, database.Clock).RunAsync(Core));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_applied_file_that_was_edited_is_refused(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await database.Db.WriteAsync("update platform_migration set sha256 = 'other' where name = 'Outbox.Migrations.0001_outbox.sql'");

        var error = await Assert.ThrowsAsync<MigrationException>(() => new Migrator(database.Db, database.Clock).RunAsync(Core));

        Assert.Contains("0001_outbox.sql was edited", error.Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Two_processes_that_start_together_take_turns(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await database.Db.WriteAsync("drop table platform_job");
        await database.Db.WriteAsync("delete from platform_migration where name = 'Jobs.Migrations.0001_job.sql'");

        var counts = await Task.WhenAll(Enumerable.Range(0, kind == DatabaseKind.Postgres ? 4 : 1).Select(_ => new Migrator(database.Db, database.Clock).RunAsync(Core)));

        Assert.Equal(1, counts.Sum());
    }
}
