using System.Data.Common;
using Dapper;
using Platform.Core.Data;
using Platform.Core.Modules;

namespace Platform.Host;

/// <summary>Brings the database to this release: reachable, fit, migrated.</summary>
internal static class DatabaseStart
{
    public static async Task RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<Db>();
        try
        {
            await CheckAsync(db, cancellationToken);
            await services.GetRequiredService<Migrator>().RunAsync(services.GetRequiredService<ModuleCatalog>().Migrations, cancellationToken);
        }
        catch (MigrationException error)
        {
            throw new StartException(error.Message, error);
        }
        catch (Exception error) when (error is DbException or System.Net.Sockets.SocketException or ArgumentException)
        {
            throw new StartException($"The database cannot be used ({error.Message}); start it or correct --database \"Host=...;Username=...;Database=...\".", error);
        }
    }

    // Text order and prefix ranges rely on code points, as SQLite compares.
    private static async Task CheckAsync(Db db, CancellationToken cancellationToken)
    {
        await using var connection = await db.OpenAsync(cancellationToken);
        if (!db.IsPostgres)
        {
            return;
        }

        var (collation, encoding) = await connection.QuerySingleAsync<(string, string)>(
            "select datcollate, pg_encoding_to_char(encoding) from pg_database where datname = current_database()");
        if (encoding != "UTF8" || !(collation is "C" or "POSIX" || collation.StartsWith("C.", StringComparison.Ordinal)))
        {
            throw new StartException($"The database has encoding {encoding} and collation {collation}; create it with: create database … encoding 'UTF8' locale 'C' template template0.");
        }
    }
}
