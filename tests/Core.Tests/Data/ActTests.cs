using Dapper;
using Platform.Core.Data;
using Platform.Core.Outbox;
using Platform.Core.People;
using Platform.Testing;

namespace Platform.Core.Tests.Data;

public sealed class ActTests
{
    private const string Thing = "create table test_thing (thing_id uuid not null primary key, version bigint not null, name text not null, act uuid not null)";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_act_writes_its_change_its_audit_row_and_its_message(DatabaseKind kind)
    {
        await using var database = await StartAsync(kind);
        var id = await InsertAsync(database, "first");

        Assert.Equal((1, 1, 1, 1), await CountsAsync(database));
        Assert.Equal("first", await NameAsync(database, id));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_parameter_may_be_named_twice_and_what_is_quoted_is_no_parameter(DatabaseKind kind)
    {
        await using var database = await StartAsync(kind);
        var id = Guid.CreateVersion7();

        await new Acts(database.Db, new OutboxRoutes(), database.Clock).Begin(Actor.System).Do(
            "insert into test_thing (thing_id, version, name, act) values (@id, 1, '@name of ' || @name || ', @name2 ' || @name2 || @name, @act)",
            new { name2 = "second", name = "first", id }).CommitAsync();

        Assert.Equal("@name of first, @name2 secondfirst", await NameAsync(database, id));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_missed_guard_writes_nothing_at_all(DatabaseKind kind)
    {
        await using var database = await StartAsync(kind);
        var id = await InsertAsync(database, "first");

        await Assert.ThrowsAsync<ActConflictException>(() => RenameAsync(database, id, version: 7, "forged"));

        Assert.Equal((1, 1, 1, 1), await CountsAsync(database));
        Assert.Equal("first", await NameAsync(database, id));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Of_twenty_that_change_one_row_at_one_version_one_wins(DatabaseKind kind)
    {
        await using var database = await StartAsync(kind);
        var id = await InsertAsync(database, "first");

        var won = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => WonAsync(() => RenameAsync(database, id, 1, $"by {i}")))));

        Assert.Single(won, w => w);
        Assert.Equal((1, 2, 2, 2), await CountsAsync(database));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Acts_that_meet_on_one_audit_chain_all_find_a_place(DatabaseKind kind)
    {
        await using var database = await StartAsync(kind);
        var subject = Guid.CreateVersion7();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Begin(database).Audit("person", subject, "identity.sign-in").CommitAsync())));

        await using var connection = await database.Db.OpenAsync();
        Assert.Equal([1L, 2, 3, 4], await connection.QueryAsync<long>("select seq from platform_audit where subject_id = @subject order by seq", new { subject }));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task However_many_acts_of_a_process_meet_on_one_chain_all_find_a_place(DatabaseKind kind)
    {
        await using var database = await StartAsync(kind);
        var subject = Guid.CreateVersion7();
        var acts = new Acts(database.Db, new OutboxRoutes(), database.Clock);

        await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 10; i++)
            {
                await acts.Begin(Actor.System).Audit("case-access", subject, "cases.view").CommitAsync();
            }
        })));

        await using var connection = await database.Db.OpenAsync();
        Assert.Equal(320, await connection.ExecuteScalarAsync<long>("select max(seq) from platform_audit where subject_id = @subject", new { subject }));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_taken_key_is_named_and_writes_nothing(DatabaseKind kind)
    {
        await using var database = await StartAsync(kind);
        var id = await InsertAsync(database, "first");

        var error = await Assert.ThrowsAsync<DuplicateException>(() => Begin(database)
            .Audit("thing", id, "test.insert")
            .Do("insert into test_thing (thing_id, version, name, act) values (@id, 1, 'again', @act)", new { id }).CommitAsync());

        Assert.Equal("test_thing", error.Table);
        Assert.Equal((1, 1, 1, 1), await CountsAsync(database));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Audit_rows_chain_and_cannot_be_changed(DatabaseKind kind)
    {
        await using var database = await StartAsync(kind);
        var id = await InsertAsync(database, "first");
        await RenameAsync(database, id, 1, "second");

        await using var connection = await database.Db.OpenAsync();
        var rows = (await connection.QueryAsync<Platform.Core.Audit.AuditRow>("select * from platform_audit order by seq")).ToList();
        Assert.Equal(rows[0].Leaf, rows[1].Previous);
        Assert.All(rows, row => Assert.Equal(row.Leaf, row.ComputeLeaf()));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => connection.ExecuteAsync("update platform_audit set action = 'x'"));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => connection.ExecuteAsync("delete from platform_audit"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Of_twenty_acts_for_one_repeated_request_one_is_done(DatabaseKind kind)
    {
        await using var database = await StartAsync(kind);
        var actor = Actor.System with { Request = new RequestKey("somebody POST /things", "key", [1, 2, 3]) };

        var done = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => InsertOnceAsync(database, actor))));

        Assert.Single(done, d => d);
        Assert.Equal((1, 1, 1, 1), await CountsAsync(database));
    }

    private static async Task<TestDatabase> StartAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.CreateAsync(kind);
        await database.Db.WriteAsync(Thing);
        return database;
    }

    private static Act Begin(TestDatabase database, Actor? actor = null)
    {
        var routes = new OutboxRoutes();
        routes.Add(new OutboxRoute("test.Renamed", typeof(Renamed), (_, _, _) => Task.CompletedTask));
        return new Acts(database.Db, routes, database.Clock).Begin(actor ?? Actor.System);
    }

    private static async Task<bool> InsertOnceAsync(TestDatabase database, Actor actor)
    {
        try
        {
            await InsertAsync(database, "once", actor);
            return true;
        }
        catch (DuplicateException error) when (error.Table == "platform_idempotency")
        {
            return false;
        }
    }

    private static async Task<Guid> InsertAsync(TestDatabase database, string name, Actor? actor = null)
    {
        var id = Guid.CreateVersion7();
        await Begin(database, actor).Once(id)
            .Do("insert into test_thing (thing_id, version, name, act) values (@id, 1, @name, @act)", new { id, name })
            .Audit("thing", id, "test.insert").Publish(new Renamed(id)).CommitAsync();
        return id;
    }

    private static Task RenameAsync(TestDatabase database, Guid id, long version, string name) => Begin(database)
        .Guard("test_thing", "thing_id", id, "update test_thing set name = @name, version = version + 1, act = @act where thing_id = @id and version = @version", new { id, version, name })
        .Audit("thing", id, "test.rename").Publish(new Renamed(id)).CommitAsync();

    private static async Task<bool> WonAsync(Func<Task> change)
    {
        try
        {
            await change();
            return true;
        }
        catch (ActConflictException)
        {
            return false;
        }
    }

    private static async Task<(long, long, long, long)> CountsAsync(TestDatabase database)
    {
        await using var connection = await database.Db.OpenAsync();
        return (
            await connection.ExecuteScalarAsync<long>("select count(*) from test_thing"),
            await connection.ExecuteScalarAsync<long>("select count(*) from platform_audit"),
            await connection.ExecuteScalarAsync<long>("select count(*) from platform_audit_unsealed"),
            await connection.ExecuteScalarAsync<long>("select count(*) from platform_outbox"));
    }

    private static async Task<string?> NameAsync(TestDatabase database, Guid id)
    {
        await using var connection = await database.Db.OpenAsync();
        return await connection.ExecuteScalarAsync<string>("select name from test_thing where thing_id = @id", new { id });
    }

    private sealed record Renamed(Guid ThingId);
}
