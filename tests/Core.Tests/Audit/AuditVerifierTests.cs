using Dapper;
using Platform.Core.Audit;
using Platform.Testing;

namespace Platform.Core.Tests.Audit;

public sealed class AuditVerifierTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_untouched_audit_verifies(DatabaseKind kind)
    {
        await using var book = await AuditBook.OpenAsync(kind);

        var report = await book.Verifier.VerifyAsync();

        Assert.Empty(report.Faults);
        Assert.Equal((13, 12, 2), (report.Rows, report.Sealed, report.Heads));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_changed_row_is_named(DatabaseKind kind)
    {
        await using var book = await AuditBook.OpenAsync(kind);
        await book.TamperAsync("update platform_audit set action = 'cases.reject' where seq = 2 and subject_id = @subject", new { subject = book.Subjects[0] });

        var fault = Assert.Single((await book.Verifier.VerifyAsync()).Faults);

        Assert.StartsWith($"Row 2 of case {book.Subjects[0]} was changed", fault, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_removed_row_is_missed_by_its_chain_and_by_the_tree(DatabaseKind kind)
    {
        await using var book = await AuditBook.OpenAsync(kind);
        await book.TamperAsync("delete from platform_audit where seq = 2 and subject_id = @subject", new { subject = book.Subjects[0] });

        var faults = (await book.Verifier.VerifyAsync()).Faults;

        Assert.Contains(faults, f => f.StartsWith("Before row 3", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.Contains("does not hold the row that was sealed there", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_book_rewritten_as_a_whole_does_not_fit_a_head_kept_elsewhere(DatabaseKind kind)
    {
        await using var book = await AuditBook.OpenAsync(kind);
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
}
