using Dapper;
using Platform.Core.Data;
using Platform.Core.Keys;
using Platform.Core.Keys.Subjects;
using Platform.Testing;

namespace Platform.Core.Tests.Keys;

public sealed class KeyStoreTests
{
    private readonly Guid subject = Guid.CreateVersion7();

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_key_is_the_same_for_every_process_and_after_a_restart(DatabaseKind kind)
    {
        await using var stores = await KeyStores.CreateAsync(kind);
        var created = await (await stores.OpenAsync()).CreateAsync(subject);

        var elsewhere = await stores.OpenAsync();

        Assert.Equal(created.Id, (await elsewhere.GetAsync(subject)).Id);
        Assert.Equal(created.Id, (await elsewhere.CreateAsync(subject)).Id);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_erased_key_is_gone_here_at_once_elsewhere_within_a_minute_and_never_comes_back(DatabaseKind kind)
    {
        await using var stores = await KeyStores.CreateAsync(kind);
        var (here, elsewhere) = (await stores.OpenAsync(), await stores.OpenAsync());
        var neighbour = await here.CreateAsync(Guid.CreateVersion7());
        await here.CreateAsync(subject);
        await elsewhere.GetAsync(subject);

        Assert.True(await here.EraseAsync(subject));

        await Assert.ThrowsAsync<KeyErasedException>(() => here.GetAsync(subject));
        stores.Clock.Advance(TimeSpan.FromMinutes(1));
        await Assert.ThrowsAsync<KeyErasedException>(() => elsewhere.GetAsync(subject));
        await Assert.ThrowsAsync<KeyErasedException>(async () => await (await stores.OpenAsync()).CreateAsync(subject));
        Assert.False(await elsewhere.EraseAsync(subject));
        Assert.Equal(32, neighbour.Bytes.Length);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Who_was_never_created_is_missing_not_erased(DatabaseKind kind)
    {
        await using var stores = await KeyStores.CreateAsync(kind);

        await Assert.ThrowsAsync<KeyMissingException>(async () => await (await stores.OpenAsync()).GetAsync(subject));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Who_was_erased_before_having_a_key_never_gets_one(DatabaseKind kind)
    {
        await using var stores = await KeyStores.CreateAsync(kind);
        var store = await stores.OpenAsync();

        Assert.True(await store.EraseAsync(subject));

        await Assert.ThrowsAsync<KeyErasedException>(() => store.CreateAsync(subject));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Many_are_read_at_once_without_the_erased_and_the_unknown(DatabaseKind kind)
    {
        await using var stores = await KeyStores.CreateAsync(kind);
        var store = await stores.OpenAsync();
        var (kept, erased) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var key = await store.CreateAsync(kept);
        await store.CreateAsync(erased);
        await store.EraseAsync(erased);

        var found = await (await stores.OpenAsync()).GetManyAsync([kept, erased, subject, kept]);

        Assert.Equal([kept], found.Keys);
        Assert.Equal(key.Id, found[kept].Id);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Two_processes_that_create_the_same_subjects_agree(DatabaseKind kind)
    {
        await using var stores = await KeyStores.CreateAsync(kind);
        var (one, other) = (await stores.OpenAsync(), await stores.OpenAsync());
        var subjects = Enumerable.Range(0, 100).Select(_ => Guid.CreateVersion7()).ToList();

        var keys = await Task.WhenAll(subjects.SelectMany(s => new[] { one.CreateAsync(s), other.CreateAsync(s), one.CreateAsync(s) }));

        Assert.Equal(100, keys.Select(key => key.Id).Distinct().Count());
        Assert.Equal(100, (await other.GetManyAsync(subjects)).Count);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Creating_while_erasing_leaves_no_key_behind(DatabaseKind kind)
    {
        await using var stores = await KeyStores.CreateAsync(kind);
        var store = await stores.OpenAsync();
        var subjects = Enumerable.Range(0, 50).Select(_ => Guid.CreateVersion7()).ToList();

        await Task.WhenAll(subjects.Select(async s =>
        {
            var creating = store.CreateAsync(s);
            await store.EraseAsync(s);
            await Record.ExceptionAsync(() => creating);
        }));

        Assert.Empty(await store.GetManyAsync(subjects));
        await Assert.ThrowsAsync<KeyErasedException>(() => store.GetAsync(subjects[0]));
    }

    [Fact]
    public async Task A_failed_commit_fails_all_who_shared_it_and_the_next_one_works()
    {
        var fail = true;
        using var creation = new KeyCreation(batch =>
        {
            if (fail)
            {
                throw new IOException("disk full");
            }

            foreach (var key in batch)
            {
                key.Durable.SetResult(key.Key);
            }

            return Task.CompletedTask;
        });

        await Assert.ThrowsAsync<IOException>(() => creation.CreateAsync(subject));
        fail = false;

        Assert.NotNull(await creation.CreateAsync(subject));
    }

    [Fact]
    public async Task Creations_that_wait_together_share_a_commit()
    {
        var (commits, gate) = (new List<int>(), new TaskCompletionSource());
        using var creation = new KeyCreation(async batch =>
        {
            commits.Add(batch.Count);
            await gate.Task;
            foreach (var key in batch)
            {
                key.Durable.SetResult(key.Key);
            }
        });

        var all = Enumerable.Range(0, 10).Select(_ => creation.CreateAsync(Guid.CreateVersion7())).ToList();
        gate.SetResult();
        await Task.WhenAll(all);

        Assert.Equal([1, 9], commits);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task After_a_rotation_all_keys_are_wrapped_anew_and_the_old_instance_key_is_not_needed(DatabaseKind kind)
    {
        await using var stores = await KeyStores.CreateAsync(kind);
        var before = await stores.OpenAsync();
        var subjects = Enumerable.Range(0, 620).Select(_ => Guid.CreateVersion7()).ToList();
        var keys = await Task.WhenAll(subjects.Select(before.CreateAsync));
        await before.EraseAsync(subjects[7]);

        var (old, _) = stores.KeyFolder.Rotate();
        var seen = new List<int>();
        var store = await stores.OpenAsync();
        Assert.Equal(619, await store.RewrapAsync(new Reports(seen.Add)));
        Assert.Equal(0, await store.RewrapAsync());
        File.Delete(Path.Combine(stores.Folder, $"instance-{old}.key"));

        var after = await (await stores.OpenAsync()).GetManyAsync(subjects);
        Assert.Equal([500, 619], seen);
        Assert.Equal(619, after.Count);
        Assert.All(subjects.Zip(keys).Where(pair => pair.First != subjects[7]), pair => Assert.Equal(pair.Second.Id, after[pair.First].Id));
    }

    [Fact]
    public async Task What_was_acknowledged_is_on_disk_at_that_moment()
    {
        await using var stores = await KeyStores.CreateAsync(DatabaseKind.Sqlite);
        var store = await stores.OpenAsync();
        var subjects = Enumerable.Range(0, 40).Select(_ => Guid.CreateVersion7()).ToList();
        var keys = await Task.WhenAll(subjects.Select(store.CreateAsync));

        // The files as a killed process leaves them: nothing closed, the log not yet carried over.
        using var left = new TestFolder();
        foreach (var file in Directory.GetFiles(stores.Folder, "platform.db*").Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)))
        {
            File.Copy(file, left[Path.GetFileName(file)]);
        }

        await using var reopened = new KeyStore(new Db($"Data Source={left["platform.db"]};Pooling=False"), new InstanceKeys(stores.KeyFolder), stores.Clock);
        var found = await reopened.GetManyAsync(subjects);
        Assert.Equal(keys.Select(key => key.Id), subjects.Select(s => found[s].Id));
    }

    [Fact]
    public async Task An_erased_key_is_not_in_the_raw_files()
    {
        await using var stores = await KeyStores.CreateAsync(DatabaseKind.Sqlite);
        var store = await stores.OpenAsync();
        var (wrapped, others) = (await WrappedAsync(store, stores, subject), Guid.CreateVersion7());
        await store.CreateAsync(others);
        Assert.True(stores.RawBytes().AsSpan().IndexOf(wrapped) >= 0);

        await store.EraseAsync(subject);

        // Neither as a whole nor in pieces: the page that held it is overwritten and the log is cut.
        Assert.All(wrapped.Chunk(8).Skip(2), piece => Assert.Equal(-1, stores.RawBytes().AsSpan().IndexOf(piece)));
        Assert.NotNull(await (await stores.OpenAsync()).GetAsync(others));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_wrapped_key_moved_to_another_subject_does_not_open(DatabaseKind kind)
    {
        await using var stores = await KeyStores.CreateAsync(kind);
        var store = await stores.OpenAsync();
        var other = Guid.CreateVersion7();
        await Task.WhenAll(store.CreateAsync(subject), store.CreateAsync(other));
        await using var db = new Db(stores.ConnectionString);
        await db.WriteAsync("update keys_subject_key set wrapped = (select wrapped from keys_subject_key where subject_id = @other) where subject_id = @subject", new { subject, other });

        await Assert.ThrowsAsync<UnreadableException>(async () => await (await stores.OpenAsync()).GetAsync(subject));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_database_of_the_data_is_refused_as_key_store(DatabaseKind kind)
    {
        await using var data = await TestDatabase.CreateAsync(kind);
        using var folder = new TestFolder();
        var keys = new KeyFolder(folder["instance.key"]);
        keys.Init();
        await using var store = new KeyStore(new Db(data.ConnectionString), new InstanceKeys(keys), data.Clock);

        var error = await Assert.ThrowsAsync<InstanceKeyException>(() => store.MigrateAsync());

        Assert.Contains("--keys-database", error.Message, StringComparison.Ordinal);
    }

    private static async Task<byte[]> WrappedAsync(KeyStore store, KeyStores stores, Guid subject)
    {
        await store.CreateAsync(subject);
        await using var db = new Db(stores.ConnectionString);
        await using var connection = await db.OpenAsync();
        return await connection.QuerySingleAsync<byte[]>("select wrapped from keys_subject_key where subject_id = @subject", new { subject });
    }

    private sealed class Reports(Action<int> report) : IProgress<int>
    {
        public void Report(int value) => report(value);
    }
}
