using System.Data.Common;
using System.Reflection;
using System.Security.Cryptography;
using Dapper;

namespace Platform.Core.Data;

/// <summary>A migration that cannot run: an applied file was edited, or its SQL failed.</summary>
public sealed class MigrationException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>
/// Runs every embedded <c>Migrations/*.sql</c> once, forward only, each in a transaction of its own: Core's first, then module by module in the host's order.
/// <c>0002_x.postgres.sql</c> and <c>0002_x.sqlite.sql</c> run on their database only.
/// </summary>
/// <param name="folder">The folder of the files; a database with another purpose than the instance's has its own.</param>
public sealed class Migrator(Db db, TimeProvider clock, string folder = "Migrations")
{
    // Any number; the same in every process, so that two that start together take turns.
    private const long AdvisoryLock = 7_305_112_026;

    /// <param name="sources">Name (prefix of its tables) and assembly of each source, in order.</param>
    /// <returns>How many files were applied.</returns>
    public async Task<int> RunAsync(IEnumerable<(string Name, Assembly Assembly)> sources, CancellationToken cancellationToken = default)
    {
        await using var guard = await db.OpenAsync(cancellationToken);
        if (!db.IsPostgres)
        {
            return await ApplyAllAsync(guard, sources, cancellationToken);
        }

        await guard.ExecuteAsync("select pg_advisory_lock(@AdvisoryLock)", new { AdvisoryLock });
        try
        {
            return await ApplyAllAsync(guard, sources, cancellationToken);
        }
        finally
        {
            // A pooled connection keeps its session, and with it the lock, until somebody uses it again.
            await guard.ExecuteAsync("select pg_advisory_unlock(@AdvisoryLock)", new { AdvisoryLock });
        }
    }

    /// <summary>What a run would apply, as <c>module/name</c>, and what it would refuse because it was edited; nothing is written.</summary>
    /// <exception cref="DbException">Nothing was ever applied, or the database is not to be reached.</exception>
    public async Task<IReadOnlyList<string>> PendingAsync(IEnumerable<(string Name, Assembly Assembly)> sources, CancellationToken cancellationToken = default)
    {
        var done = (await db.ReadAsync<Applied>("select module, name, sha256 from platform_migration", null, cancellationToken)).ToDictionary(a => (a.Module, a.Name), a => a.Sha256);
        return [.. sources.SelectMany(s => FilesOf(s.Name, s.Assembly)).Where(f => done.GetValueOrDefault((f.Module, f.Name)) != f.Sha256).Select(f => $"{f.Module}/{f.Name}")];
    }

    private async Task<int> ApplyAllAsync(DbConnection connection, IEnumerable<(string Name, Assembly Assembly)> sources, CancellationToken cancellationToken)
    {
        await db.WriteAsync("create table if not exists platform_migration (module text not null, name text not null, sha256 text not null, applied_at timestamptz not null, primary key (module, name))", null, cancellationToken);
        var done = (await connection.QueryAsync<Applied>("select module, name, sha256 from platform_migration")).ToDictionary(a => (a.Module, a.Name), a => a.Sha256);
        var count = 0;
        foreach (var file in sources.SelectMany(s => FilesOf(s.Name, s.Assembly)))
        {
            count += await ApplyOnceAsync(file, done, cancellationToken) ? 1 : 0;
        }

        return count;
    }

    private async Task<bool> ApplyOnceAsync(MigrationFile file, Dictionary<(string, string), string> done, CancellationToken cancellationToken)
    {
        if (done.TryGetValue((file.Module, file.Name), out var sha256))
        {
            return sha256 == file.Sha256 ? false : throw new MigrationException($"The migration {file.Module}/{file.Name} was edited after it had been applied. Restore it and add a new file instead.");
        }

        try
        {
            await db.WriteAsync((connection, transaction) => ApplyAsync(connection, transaction, file), cancellationToken);
            return true;
        }
        catch (DbException error)
        {
            throw new MigrationException($"The migration {file.Module}/{file.Name} failed and left nothing behind: {error.Message}", error);
        }
    }

    private async Task<int> ApplyAsync(DbConnection connection, DbTransaction transaction, MigrationFile file)
    {
        await connection.ExecuteAsync(file.Sql, transaction: transaction);
        return await connection.ExecuteAsync(
            "insert into platform_migration (module, name, sha256, applied_at) values (@Module, @Name, @Sha256, @now)",
            new { file.Module, file.Name, file.Sha256, now = clock.Now() },
            transaction);
    }

    private IEnumerable<MigrationFile> FilesOf(string module, Assembly assembly)
    {
        var other = db.IsPostgres ? ".sqlite.sql" : ".postgres.sql";
        return assembly.GetManifestResourceNames()
            .Where(name => name.Contains($".{folder}.", StringComparison.Ordinal) && name.EndsWith(".sql", StringComparison.Ordinal) && !name.EndsWith(other, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => MigrationFile.Read(module, assembly, name));
    }

    private sealed record Applied
    {
        public required string Module { get; init; }

        public required string Name { get; init; }

        public required string Sha256 { get; init; }
    }

    private sealed record MigrationFile(string Module, string Name, string Sql, string Sha256)
    {
        public static MigrationFile Read(string module, Assembly assembly, string resource)
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            using var reader = new StreamReader(stream);
            var sql = reader.ReadToEnd();
            var name = resource[(assembly.GetName().Name!.Length + 1)..];
            return new(module, name, sql, Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(sql))));
        }
    }
}
