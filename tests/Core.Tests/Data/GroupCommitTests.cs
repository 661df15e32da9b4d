using System.Data.Common;
using Dapper;
using Platform.Core.Data;
using Platform.Core.Outbox;
using Platform.Core.People;
using Platform.Core.Tests.Audit;
using Platform.Testing;

namespace Platform.Core.Tests.Data;

public sealed class GroupCommitTests
{
    private const int Looks = 60;
    private const string Thing = "create table test_thing (thing_id uuid not null primary key, version bigint not null, act uuid not null)";
    private const string Insert = "insert into test_thing (thing_id, version, act) values (@id, 1, @act)";
    private const string Change = "update test_thing set version = version + 1, act = @act where thing_id = @id and version = @version";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_act_that_is_refused_takes_none_with_it_that_came_at_the_same_moment(DatabaseKind kind)
    {
        await using var database = await ThingsAsync(kind);
        var acts = new Acts(database.Db, new OutboxRoutes(), database.Clock);
        var (mine, taken) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await acts.Begin(Actor.System).Do(Insert, new { id = taken }).CommitAsync();

        var good = Enumerable.Range(0, Looks).Select(_ => InsertAsync(acts, Guid.CreateVersion7())).ToList();
        var late = ChangeAsync(acts, taken, version: 7);
        var twice = InsertAsync(acts, taken);
        var broken = acts.Begin(Actor.System).Do("insert into test_thing (thing_id, version, act) values (@id, @none, @act)", new { id = mine, none = (string?)null }).CommitAsync();
        var after = Enumerable.Range(0, Looks).Select(_ => InsertAsync(acts, Guid.CreateVersion7())).ToList();

        await Task.WhenAll([.. good, .. after]);
        await Assert.ThrowsAsync<ActConflictException>(() => late);
        Assert.Equal("test_thing", (await Assert.ThrowsAsync<DuplicateException>(() => twice)).Table);
        await Assert.ThrowsAnyAsync<DbException>(() => broken);
        await using var connection = await database.Db.OpenAsync();
        Assert.Equal(1 + (2 * Looks), await connection.QuerySingleAsync<long>("select count(*) from test_thing"));
        Assert.Equal(2 * Looks, await connection.QuerySingleAsync<long>("select count(*) from platform_audit"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Acts_that_come_together_share_a_commit_and_one_of_very_many_statements_goes_by_itself(DatabaseKind kind)
    {
        await using var database = await ThingsAsync(kind);
        var acts = new Acts(database.Db, new OutboxRoutes(), database.Clock);
        var large = acts.Begin(Actor.System);
        for (var i = 0; i < 101; i++)
        {
            large.Do(Insert, new { id = Guid.CreateVersion7() });
        }

        await Task.WhenAll([.. Enumerable.Range(0, Looks).Select(_ => InsertAsync(acts, Guid.CreateVersion7())), large.CommitAsync()]);

        // SQLite keeps no number of a row's transaction; there SqliteWriter shares commits anyway.
        var commit = database.Db.IsPostgres ? "cast(xmin as text)" : "1";
        await using var connection = await database.Db.OpenAsync();
        var commits = (await connection.QueryAsync<(string, long)>($"select {commit}, count(*) from test_thing group by 1")).ToList();
        Assert.Equal(Looks + 101, commits.Sum(c => c.Item2));
        Assert.InRange(commits.Count, 1, Looks / 2);
        Assert.True(!database.Db.IsPostgres || commits.Exists(c => c.Item2 == 101), string.Join(' ', commits));
    }

    // A case that was saved in the other process in between has an end here that is old.
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Two_processes_that_take_turns_at_the_same_subjects_share_commits_all_the_same(DatabaseKind kind)
    {
        await using var database = await ThingsAsync(kind);
        Acts[] processes = [new(database.Db, new OutboxRoutes(), database.Clock), new(database.Db, new OutboxRoutes(), database.Clock)];
        var subjects = Enumerable.Range(0, Looks).Select(_ => Guid.CreateVersion7()).ToList();

        for (var i = 0; i < 4; i++)
        {
            await Task.WhenAll(subjects.Select(subject => LookAsync(processes[i % 2], subject)));
        }

        var commit = database.Db.IsPostgres ? "cast(xmin as text)" : "1";
        await using var connection = await database.Db.OpenAsync();
        var (rows, commits) = await connection.QuerySingleAsync<(long, long)>($"select count(*), count(distinct {commit}) from platform_audit");
        Assert.Equal(4 * Looks, rows);
        Assert.InRange(commits, 1, Looks / 2);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_value_that_cannot_be_sent_is_the_mistake_of_whoever_sends_it(DatabaseKind kind)
    {
        await using var database = await ThingsAsync(kind);
        var acts = new Acts(database.Db, new OutboxRoutes(), database.Clock);

        var good = Enumerable.Range(0, Looks).Select(_ => InsertAsync(acts, Guid.CreateVersion7())).ToList();
        var wrong = acts.Begin(Actor.System).Do("insert into test_thing (thing_id, version, act) values (@id, @version, @act)", new { id = Guid.CreateVersion7(), version = new Version(1, 0) }).CommitAsync();
        good.AddRange(Enumerable.Range(0, Looks).Select(_ => InsertAsync(acts, Guid.CreateVersion7())));

        await Task.WhenAll(good);
        await Assert.ThrowsAnyAsync<Exception>(() => wrong);
    }

    // Somebody at the database's own prompt, or another process, holds a row: SQLite has no such locks.
    [Fact]
    public async Task An_act_that_waits_for_a_row_keeps_no_other_waiting()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("PLATFORM_TEST_POSTGRES") is null, "No PostgreSQL");
        await using var database = await ThingsAsync(DatabaseKind.Postgres);
        var acts = new Acts(database.Db, new OutboxRoutes(), database.Clock);
        var held = Guid.CreateVersion7();
        await InsertAsync(acts, held);
        await using var other = await database.Db.OpenAsync();
        await using var holding = await other.BeginTransactionAsync();
        await other.ExecuteAsync("select 1 from test_thing where thing_id = @held for update", new { held }, holding);

        var waits = ChangeAsync(acts, held, version: 1);
        for (var i = 0; i < 5; i++)
        {
            await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => InsertAsync(acts, Guid.CreateVersion7())));
        }

        Assert.False(waits.IsCompleted);
        await holding.CommitAsync();
        await waits;
        // What a group would wait no longer for stays with its transaction: whoever waits alone waits as long as before.
        await using var same = await database.Db.OpenAsync();
        Assert.Equal(("0", "0"), await same.QuerySingleAsync<(string, string)>("select current_setting('lock_timeout'), current_setting('statement_timeout')"));
    }

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

    private static async Task<TestDatabase> ThingsAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.CreateAsync(kind);
        await database.Db.WriteAsync(Thing);
        return database;
    }

    private static Task InsertAsync(Acts acts, Guid id) => acts.Begin(Actor.System).Do(Insert, new { id }).Audit("thing", id, "things.add").CommitAsync();

    private static Task ChangeAsync(Acts acts, Guid id, long version) =>
        acts.Begin(Actor.System).Guard("test_thing", "thing_id", id, Change, new { id, version }).Audit("thing", id, "things.change").CommitAsync();

    // The ends of chains that one process knows are not those that another knows.
    private static Acts Process(AuditBook book) => new(book.Database.Db, new OutboxRoutes(), book.Database.Clock);

    private static Task LookAsync(Acts acts, Guid subject) => acts.Begin(Actor.System).Audit("case", subject, "cases.look").CommitAsync();
}
