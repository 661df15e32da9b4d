using System.Data.Common;
using Dapper;
using Platform.Core.Data;
using Platform.Core.Outbox;
using Platform.Core.People;
using Platform.Testing;

namespace Platform.Core.Tests.Audit;

public sealed class SharedAuditTests
{
    private const int Looks = 60;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Everybody_who_looked_stands_in_the_chain_whoever_else_looks_there(DatabaseKind kind)
    {
        await using var book = await AuditBook.OpenAsync(kind);
        var processes = Enumerable.Range(0, 3).Select(_ => Process(book)).ToList();

        await Task.WhenAll(processes.SelectMany(acts => Enumerable.Range(0, Looks).Select(i => LookAsync(acts, book.Subjects[i % 3]))));
        await book.Sealer.RunAsync(CancellationToken.None);

        var report = await book.Verifier.VerifyAsync();
        Assert.Empty(report.Faults);
        Assert.Equal((13 + (3 * Looks), 13 + (3 * Looks)), (report.Rows, report.Sealed));
    }

    // Anybody may look at one thing through every process all the time. Whoever looks at something else comes to no harm by it.
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_subject_at_which_many_processes_look_all_the_time_takes_no_other_look_with_it(DatabaseKind kind)
    {
        await using var book = await AuditBook.OpenAsync(kind);
        var written = 0;

        await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            var (acts, own) = (Process(book), Guid.CreateVersion7());
            for (var i = 0; i < Looks; i++)
            {
                var crowded = LookAsync(acts, book.Subjects[0]);
                await LookAsync(acts, own);
                await crowded.ContinueWith(look => Interlocked.Add(ref written, look.IsCompletedSuccessfully ? 1 : 0), TaskScheduler.Default);
            }
        }));

        var report = await book.Verifier.VerifyAsync();
        Assert.Empty(report.Faults);
        Assert.Equal(13 + (6 * Looks) + written, report.Rows);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_look_that_cannot_be_written_is_not_answered_and_holds_up_nobody_after_it(DatabaseKind kind)
    {
        await using var book = await AuditBook.OpenAsync(kind);
        var acts = Process(book);
        await book.Database.Db.WriteAsync("alter table platform_audit_unsealed rename to platform_audit_away");

        var refused = Enumerable.Range(0, 5).Select(i => LookAsync(acts, book.Subjects[i % 3])).ToList();

        foreach (var look in refused)
        {
            await Assert.ThrowsAnyAsync<DbException>(() => look);
        }

        await book.Database.Db.WriteAsync("alter table platform_audit_away rename to platform_audit_unsealed");
        await LookAsync(acts, book.Subjects[0]);
        Assert.Equal(14, (await book.Verifier.VerifyAsync()).Rows);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Those_who_come_together_share_a_commit(DatabaseKind kind)
    {
        await using var book = await AuditBook.OpenAsync(kind);
        var acts = Process(book);

        await Task.WhenAll(Enumerable.Range(0, Looks).Select(_ => LookAsync(acts, Guid.CreateVersion7())));

        // SQLite keeps no number of a row's transaction; there SqliteWriter shares commits anyway.
        var commit = book.Database.Db.IsPostgres ? "cast(xmin as text)" : "1";
        await using var connection = await book.Database.Db.OpenAsync();
        var (rows, commits) = await connection.QuerySingleAsync<(long, long)>($"select count(*), count(distinct {commit}) from platform_audit where action = 'cases.look'");
        Assert.Equal(Looks, rows);
        Assert.InRange(commits, 1, Looks / 2);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Whoever_no_longer_waits_was_still_there_and_takes_nobodys_line(DatabaseKind kind)
    {
        await using var book = await AuditBook.OpenAsync(kind);
        var acts = Process(book);
        using var gone = new CancellationTokenSource();

        var leaving = Enumerable.Range(0, Looks).Select(i => acts.Begin(Actor.System).Audit("case", book.Subjects[i % 3], "cases.look").CommitAsync(gone.Token)).ToList();
        var staying = Enumerable.Range(0, Looks).Select(i => LookAsync(acts, book.Subjects[i % 3])).ToList();
        await gone.CancelAsync();

        await Task.WhenAll(staying);
        await Task.WhenAll(leaving.Select(l => l.ContinueWith(_ => { }, TaskScheduler.Default)));
        var report = await book.Verifier.VerifyAsync();
        Assert.Empty(report.Faults);
        Assert.Equal(13 + (2 * Looks), report.Rows);
    }

    // The ends of chains that one process knows are not those that another knows.
    private static Acts Process(AuditBook book) => new(book.Database.Db, new OutboxRoutes(), book.Database.Clock);

    private static Task LookAsync(Acts acts, Guid subject) => acts.Begin(Actor.System).Audit("case", subject, "cases.look").CommitAsync();
}
