using Platform.Core.Data;
using Platform.Core.Keys;
using Platform.Core.Keys.Subjects;
using Platform.Testing;

namespace Platform.Core.Tests.Keys;

public sealed class KeysStartTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_new_instance_gets_its_key_once(DatabaseKind kind)
    {
        await using var data = await TestDatabase.CreateAsync(kind);

        var first = await StartAsync(data);

        Assert.Equal(first, await StartAsync(data));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Where_something_was_encrypted_a_lost_key_is_not_replaced(DatabaseKind kind)
    {
        await using var data = await TestDatabase.CreateAsync(kind);
        await StartAsync(data, store => store.CreateAsync(Guid.CreateVersion7()));
        File.Delete(Options(data).KeyFile);

        var error = await Assert.ThrowsAsync<InstanceKeyException>(() => StartAsync(data));

        Assert.Contains("egov keys restore", error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Options(data).KeyFile));
    }

    // In many rounds: those who come at one moment meet between looking and writing once in some hundreds.
    [Fact]
    public async Task Of_many_that_make_the_first_key_together_one_does()
    {
        const int Many = 8;
        using var folder = new TestFolder();
        for (var round = 0; round < 100; round++)
        {
            var file = folder[$"{round}/instance.key"];
            using var together = new Barrier(Many);
            var made = await Task.WhenAll(Enumerable.Range(0, Many).Select(_ => Task.Factory.StartNew(
                () =>
                {
                    together.SignalAndWait();
                    return Init(new KeyFolder(file));
                },
                TaskCreationOptions.LongRunning)));

            Assert.Equal(new InstanceKeys(new KeyFolder(file)).Active, Assert.Single(made.OfType<KeyId>()));
            Assert.Single(Directory.GetFiles(Path.GetDirectoryName(file)!));
        }
    }

    private static KeyId? Init(KeyFolder folder)
    {
        try
        {
            return folder.Init();
        }
        catch (InstanceKeyException)
        {
            return null;
        }
    }

    private static KeysOptions Options(TestDatabase data) => new(data.Folder);

    private static async Task<KeyId> StartAsync(TestDatabase data, Func<KeyStore, Task>? then = null)
    {
        var folder = new KeyFolder(Options(data).KeyFile);
        var keys = new InstanceKeys(folder);
        await using var store = KeyStore.Open(Options(data), keys, data.Clock);
        await new KeysStart(data.Db, folder, store).RunAsync();
        await (then?.Invoke(store) ?? Task.CompletedTask);
        return keys.Active;
    }
}
