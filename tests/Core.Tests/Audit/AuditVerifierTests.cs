using Dapper;
using Platform.Core.Audit;
using Platform.Core.Data;
using Platform.Core.Keys;
using Platform.Core.Keys.Signing;
using Platform.Core.Outbox;
using Platform.Core.People;
using Platform.Testing;

namespace Platform.Core.Tests.Audit;

public sealed class AuditVerifierTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_untouched_audit_verifies(DatabaseKind kind)
    {
        await using var book = await Book.OpenAsync(kind);

        var report = await book.Verifier.VerifyAsync();

        Assert.Empty(report.Faults);
        Assert.Equal((13, 12, 2), (report.Rows, report.Sealed, report.Heads));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_changed_row_is_named(DatabaseKind kind)
    {
        await using var book = await Book.OpenAsync(kind);
        await book.TamperAsync("update platform_audit set action = 'cases.reject' where seq = 2 and subject_id = @subject", new { subject = book.Subjects[0] });

        var fault = Assert.Single((await book.Verifier.VerifyAsync()).Faults);

        Assert.StartsWith($"Row 2 of case {book.Subjects[0]} was changed", fault, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_removed_row_is_missed_by_its_chain_and_by_the_tree(DatabaseKind kind)
    {
        await using var book = await Book.OpenAsync(kind);
        await book.TamperAsync("delete from platform_audit where seq = 2 and subject_id = @subject", new { subject = book.Subjects[0] });

        var faults = (await book.Verifier.VerifyAsync()).Faults;

        Assert.Contains(faults, f => f.StartsWith("Before row 3", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.Contains("does not hold the row that was sealed there", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_book_rewritten_as_a_whole_does_not_fit_a_head_kept_elsewhere(DatabaseKind kind)
    {
        await using var book = await Book.OpenAsync(kind);
        AuditHead witness;
        await using (var connection = await book.Database.Db.OpenAsync())
        {
            witness = await connection.QueryFirstAsync<AuditHead>("select size, root, peaks, at, signature from platform_audit_head order by size desc limit 1");
        }

        await book.TamperAsync("delete from platform_audit; delete from platform_audit_seal; delete from platform_audit_head; delete from platform_audit_unsealed", new { });
        await book.WriteAsync(12);
        await book.Sealer.RunAsync(CancellationToken.None);

        Assert.Empty((await book.Verifier.VerifyAsync()).Faults);
        Assert.Contains((await book.Verifier.VerifyAsync(witness)).Faults, f => f.Contains("do not give the root", StringComparison.Ordinal));
    }

    private sealed class Book : IAsyncDisposable
    {
        public required TestDatabase Database { get; init; }

        public required SigningKeys Keys { get; init; }

        public List<Guid> Subjects { get; } = [Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7()];

        public SealAudit Sealer => new(Database.Db, Keys, Database.Clock);

        public AuditVerifier Verifier => new(Database.Db, Keys);

        /// <summary>Thirteen rows of three subjects in two seals, one row not sealed yet.</summary>
        public static async Task<Book> OpenAsync(DatabaseKind kind)
        {
            var database = await TestDatabase.CreateAsync(kind);
            var acts = new Acts(database.Db, new OutboxRoutes(), database.Clock);
            var folder = new KeyFolder(Path.Combine(database.Folder, "keys", "instance.key"));
            folder.Init();
            var book = new Book { Database = database, Keys = new SigningKeys(database.Db, acts, new InstanceKeys(folder), database.Clock) };
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
}
