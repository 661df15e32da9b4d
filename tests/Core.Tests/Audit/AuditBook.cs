using Dapper;
using Platform.Core.Audit;
using Platform.Core.Data;
using Platform.Core.Keys;
using Platform.Core.Keys.Signing;
using Platform.Core.Outbox;
using Platform.Core.People;
using Platform.Testing;

namespace Platform.Core.Tests.Audit;

/// <summary>An audit with a few rows, its sealer and its verifier.</summary>
internal sealed class AuditBook : IAsyncDisposable
{
    public required TestDatabase Database { get; init; }

    public required SigningKeys Keys { get; init; }

    public List<Guid> Subjects { get; } = [Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7()];

    public SealAudit Sealer => new(Database.Db, Keys, Database.Clock);

    public AuditVerifier Verifier => new(Database.Db, Keys);

    /// <summary>Thirteen rows of three subjects in two seals, one row not sealed yet.</summary>
    public static async Task<AuditBook> OpenAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.CreateAsync(kind);
        var acts = new Acts(database.Db, new OutboxRoutes(), database.Clock);
        var folder = new KeyFolder(Path.Combine(database.Folder, "keys", "instance.key"));
        folder.Init();
        var book = new AuditBook { Database = database, Keys = new SigningKeys(database.Db, acts, new InstanceKeys(folder), database.Clock) };
        await book.WriteAsync(6);
        await book.Sealer.RunAsync(CancellationToken.None);
        await book.WriteAsync(5);
        await book.Sealer.RunAsync(CancellationToken.None);
        await book.WriteAsync(1);
        return book;
    }

    public async Task WriteAsync(int rows)
    {
        for (var i = 0; i < rows; i++)
        {
            await new Acts(Database.Db, new OutboxRoutes(), Database.Clock).Begin(Actor.System).Audit("case", Subjects[i % 3], "cases.view", new { i }).CommitAsync();
        }
    }

    /// <summary>What somebody with the database's own password could do.</summary>
    public async Task TamperAsync(string sql, object parameters)
    {
        await using var connection = await Database.Db.OpenAsync();
        string[] tables = ["platform_audit", "platform_audit_seal", "platform_audit_head"];
        foreach (var table in tables)
        {
            await connection.ExecuteAsync(Database.Db.IsPostgres
                ? $"alter table {table} disable trigger all"
                : $"drop trigger if exists {table}_no_update; drop trigger if exists {table}_no_delete");
        }

        await connection.ExecuteAsync(sql, parameters);
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
