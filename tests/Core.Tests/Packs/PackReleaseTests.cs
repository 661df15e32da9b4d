using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Platform.Core.Data;
using Platform.Core.Outbox;
using Platform.Core.Packs;
using Platform.Core.People;
using Platform.Testing;

namespace Platform.Core.Tests.Packs;

public sealed class PackReleaseTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_activated_pack_is_taken_up_by_every_process(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        using var disk = new PackOnDisk();
        var (store, here, there) = (Store(database), Active(database), Active(database));

        await store.ActivateAsync(disk.Load(), Actor.System);
        await here.RefreshAsync();
        Assert.Equal((1L, "small"), (here.Current.Number, here.Current.Pack.Name));

        await store.ActivateAsync(disk.Write("services/birth.yaml", PackOnDisk.Service.Replace("Birth", "Better", StringComparison.Ordinal)).Load(), Actor.System);
        await here.RefreshAsync();
        await there.RefreshAsync();
        Assert.All([here, there], p => Assert.Equal((2L, "Better registration"), (p.Current.Number, p.Current.Pack.Services.Find("birth")!.Title.Source)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_layers_below_go_into_the_release(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        using var disk = new PackOnDisk();
        disk.Below("life-events.yaml", "- {id: moving, title: Moving}");

        await Store(database).ActivateAsync(disk.Load(), Actor.System);
        var active = Active(database);
        await active.RefreshAsync();

        Assert.Equal("Moving", active.Current.Pack.LifeEvents[0].Title.Source);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_same_files_are_one_release_and_going_back_is_an_activation(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        using var disk = new PackOnDisk();
        var store = Store(database);

        var first = await store.ActivateAsync(disk.Load(), Actor.System);
        await store.ActivateAsync(disk.Load(), Actor.System);
        await store.ActivateAsync(disk.Write("content/a.md", "# A").Load(), Actor.System);
        Assert.Equal(2, (await store.ActiveAsync())!.Number);

        await store.ActivateAsync(first.Number, Actor.System);
        Assert.Equal(1, (await store.ActiveAsync())!.Number);
        Assert.Null(await store.ActivateAsync(99, Actor.System));
        Assert.Equal((2L, 3L, 3L), (await CountAsync(database, "platform_pack_release"), await CountAsync(database, "platform_pack_activation"), await CountAsync(database, "platform_audit")));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Processes_that_start_together_make_one_release(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        using var disk = new PackOnDisk();

        var releases = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Store(database).ActivateAsync(disk.Load(), Actor.System))));

        Assert.All(releases, r => Assert.Equal(1, r.Number));
        Assert.Equal(1, await CountAsync(database, "platform_pack_activation"));
    }

    [Fact]
    public async Task Under_a_pack_of_a_newer_program_a_process_starts_with_its_own_which_was_live()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        using var disk = new PackOnDisk();
        using var newer = new PackOnDisk();
        var (store, running, starting) = (Store(database), Active(database), Active(database));
        await store.ActivateAsync(disk.Load(), Actor.System);
        await running.RefreshAsync();
        var unknown = newer.Write("life-events.yaml", "- {id: moving, title: Moving, in-person: true}").Load();
        Assert.Null(unknown.Pack);

        await store.ActivateAsync(unknown with { Pack = running.Current.Pack }, Actor.System);
        await Assert.ThrowsAsync<PackException>(() => running.RefreshAsync());
        await running.RefreshAsync();
        await starting.StartAsync(disk.Folder, NullLogger.Instance);

        Assert.All([running, starting], p => Assert.Equal(1, p.Current.Number));
    }

    [Fact]
    public async Task Under_a_pack_that_was_judged_less_strictly_a_process_starts_all_the_same()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        using var disk = new PackOnDisk();
        disk.Write("services/birth.yaml", PackOnDisk.Service + "\nlegal-basis: [{title: An act, example: true}]");
        await Store(database).ActivateAsync(disk.Load(), Actor.System);
        var strict = new ActivePack(Store(database), new(new(), production: true), new(null, new(), database.Clock, NullLogger.Instance));
        Assert.Null(disk.Load(production: true).Pack);

        await strict.StartAsync(disk.Folder, NullLogger.Instance);

        Assert.Equal("An act", strict.Current.Pack.Services.Find("birth")!.LegalBasis[0].Title.Source);
    }

    [Fact]
    public async Task A_pack_with_problems_cannot_go_live()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        using var disk = new PackOnDisk();
        disk.Write("roles.yaml", "- {id: clerk}");

        await Assert.ThrowsAsync<InvalidOperationException>(() => Store(database).ActivateAsync(disk.Load(), Actor.System));
    }

    [Fact]
    public async Task An_edit_shows_at_once_and_a_broken_one_keeps_the_last_good()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        using var disk = new PackOnDisk();
        disk.Below("life-events.yaml", "- {id: moving, title: Moving}");
        var active = Active(database);
        using var edits = new PackEdits(disk.Folder, new(new()), Store(database), active, NullLogger<PackEdits>.Instance);

        await edits.RefreshAsync();
        await edits.RefreshAsync();
        Assert.Equal(1, active.Current.Number);

        disk.Below("life-events.yaml", "- {id: moving, titel: Moving home}");
        await edits.RefreshAsync();
        Assert.Equal((1L, 1), (active.Current.Number, active.Problems.Count));

        disk.Below("life-events.yaml", "- {id: moving, title: Moving home}");
        await edits.RefreshAsync();
        Assert.Equal((2L, "Moving home"), (active.Current.Number, active.Current.Pack.LifeEvents[0].Title.Source));
        Assert.Empty(active.Problems);
    }

    private static ActivePack Active(TestDatabase database) =>
        new(Store(database), new(new()), new(null, new(), database.Clock, NullLogger.Instance));

    private static PackReleaseStore Store(TestDatabase database) => new(database.Db, new Acts(database.Db, new OutboxRoutes(), database.Clock));

    private static async Task<long> CountAsync(TestDatabase database, string table)
    {
        await using var connection = await database.Db.OpenAsync();
        return await connection.QuerySingleAsync<long>($"select count(*) from {table}");
    }
}
