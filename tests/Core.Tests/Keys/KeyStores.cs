using Microsoft.Extensions.Time.Testing;
using Platform.Core.Data;
using Platform.Core.Keys;
using Platform.Core.Keys.Subjects;
using Platform.Testing;

namespace Platform.Core.Tests.Keys;

/// <summary>A key store on a throw-away database, with its instance key; opened as often as a test wants, each time as another process would.</summary>
internal sealed class KeyStores : IAsyncDisposable
{
    private readonly TestFolder folder = new();
    private readonly List<KeyStore> opened = [];
    private string connectionString = "";

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 2, 0, 0, TimeSpan.Zero));

    public KeyFolder KeyFolder => new(folder["instance.key"]);

    public string Folder => folder.Path;

    public string ConnectionString => connectionString;

    public static async Task<KeyStores> CreateAsync(DatabaseKind kind)
    {
        var stores = new KeyStores();
        stores.connectionString = await Databases.CreateAsync(kind, stores.folder.Path);
        stores.KeyFolder.Init();
        return stores;
    }

    public async Task<KeyStore> OpenAsync()
    {
        var store = new KeyStore(new Db(connectionString), new InstanceKeys(KeyFolder), Clock);
        opened.Add(store);
        await store.MigrateAsync();
        return store;
    }

    /// <summary>All bytes of the database's files, as somebody with the disk sees them.</summary>
    public byte[] RawBytes() => [.. Directory.GetFiles(Folder, "*.db*").SelectMany(Read)];

    public async ValueTask DisposeAsync()
    {
        foreach (var store in opened)
        {
            await store.DisposeAsync();
        }

        await Databases.DropAsync(connectionString);
        folder.Dispose();
    }

    private static byte[] Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
