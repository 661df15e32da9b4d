using System.CommandLine;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Platform.Core.Data;
using Platform.Core.Modules;
using Platform.Core.Outbox;
using Platform.Core.Packs;
using Platform.Core.People;

namespace Platform.Cli.Packs;

/// <summary>Stores a checked pack in an instance's database as its live release.</summary>
internal static class PackActivation
{
    /// <returns>0, or 1 when the database cannot be used.</returns>
    public static async Task<int> RunAsync(PackLoadResult pack, string data, string? database, InvocationConfiguration console, CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(data);
            await using var db = new Db(database ?? new SqliteConnectionStringBuilder { DataSource = Path.Combine(Path.GetFullPath(data), "platform.db") }.ConnectionString);
            await new Migrator(db, TimeProvider.System).RunAsync([("platform", typeof(ModuleCatalog).Assembly)], cancellationToken);
            var release = await new PackReleaseStore(db, new Acts(db, new OutboxRoutes(), TimeProvider.System)).ActivateAsync(pack, Actor.System, cancellationToken);
            await console.Output.WriteLineAsync($"Release {release.Number} of {release.Name} {release.Version} is live.");
            return 0;
        }
        catch (Exception error) when (error is DbException or IOException or UnauthorizedAccessException or MigrationException)
        {
            await console.Error.WriteLineAsync($"The database cannot be used ({error.Message}); correct --data or --database.");
            return 1;
        }
    }
}
