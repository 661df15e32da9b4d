using Microsoft.Extensions.Time.Testing;
using Platform.Core.Data;
using Platform.Core.Modules;

namespace Platform.Testing;

/// <summary>A migrated database without the web application, for tests of Core.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly TestFolder folder = new();
    private string connectionString = "";

    public Db Db { get; private set; } = null!;

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 2, 0, 0, TimeSpan.Zero));

    public string Folder => folder.Path;

    public string ConnectionString => connectionString;

    /// <param name="modules">Whose migrations run after Core's.</param>
    public static async Task<TestDatabase> CreateAsync(DatabaseKind kind, params PlatformModule[] modules)
    {
        var database = new TestDatabase();
        database.connectionString = await Databases.CreateAsync(kind, database.folder.Path);
        database.Db = new Db(database.connectionString);
        var sources = modules.Select(m => (m.Name, m.GetType().Assembly)).Prepend(("platform", typeof(Db).Assembly));
        await new Migrator(database.Db, database.Clock).RunAsync(sources);
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        await Db.DisposeAsync();
        await Databases.DropAsync(connectionString);
        folder.Dispose();
    }
}
