using System.Data.Common;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Npgsql;
using Platform.Core.Audit;

namespace Platform.Core.Data;

/// <summary>
/// Acts that are ready at one moment go in together: one transaction, one round trip, one wait for the disk, and each is answered after it. Where one of
/// them is refused, nothing of the group is written, and each goes by itself. See platform/decisions/0012.
/// </summary>
internal sealed class GroupCommit
{
    // Whoever writes more holds up nobody else.
    private const int MostStatements = 100;

    private const int LongestPause = 10;

    // A row that somebody holds is waited for by the act that wants it, not by all who came with it.
    private static readonly Statement Impatient = new("select set_config('lock_timeout', @wait, true)", new { wait = "100ms" });

    private readonly Db db;
    private readonly AuditHeads heads = new();
    private readonly Together<Act, Task> together;

    public GroupCommit(Db db)
    {
        this.db = db;
        together = new(WriteTogetherAsync);
    }

    /// <param name="cancellationToken">Ends the waiting: the act goes in, or is refused, all the same.</param>
    /// <exception cref="ActConflictException">A guarded row was no longer as expected. Nothing was written.</exception>
    /// <exception cref="DuplicateException">A unique key was taken. Nothing was written.</exception>
    public async Task CommitAsync(Act act, CancellationToken cancellationToken)
    {
        var goes = act.Statements.Count > MostStatements || heads.Turns.IsTaken(act.Subjects) ? WriteAloneAsync(act) : await together.AskAsync(act, cancellationToken);
        await goes.WaitAsync(cancellationToken);
    }

    private async Task<Func<Act, Task>> WriteTogetherAsync(IReadOnlyList<Act> acts)
    {
        try
        {
            // In one order, or two processes would wait for each other.
            await WriteAsync([.. acts.OrderBy(act => act.Subjects.DefaultIfEmpty().Min())], heads.Find, db.IsPostgres ? [Impatient] : []);
            return _ => Task.CompletedTask;
        }
        catch (DbException error) when (IsUndone(error))
        {
            // Whose fault it was the database does not say. The next group need not wait until they have found out.
            return WriteAloneAsync;
        }
    }

    private async Task WriteAloneAsync(Act act)
    {
        using var turn = await heads.Turns.TakeAsync(act.Subjects);
        for (var attempt = 1; !await IsWrittenAsync(act, last: attempt == AuditChain.Tries); attempt++)
        {
            // Another process went on from the same end. Processes that always tried at the same moments would always meet; one that waited longer each
            // time would lose to those who have just won.
            await Task.Delay(TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(LongestPause)), TimeProvider.System);
        }
    }

    private async Task<bool> IsWrittenAsync(Act act, bool last)
    {
        try
        {
            await WriteAsync([act], _ => null, []);
            return true;
        }
        catch (DbException error) when (Violation.Of(error) is { } violation)
        {
            return violation switch
            {
                { Table: "platform_audit" } when !last => false,
                { IsGuard: true } => throw new ActConflictException(error),
                _ => throw new DuplicateException(violation.Table, error),
            };
        }
    }

    /// <param name="known">The ends of the subjects' chains, or null where they have to be read.</param>
    private async Task WriteAsync(IReadOnlyList<Act> acts, Func<IReadOnlyList<Guid>, Dictionary<Guid, AuditLink>?> known, IReadOnlyList<Statement> first)
    {
        List<Guid> subjects = [.. acts.SelectMany(act => act.Subjects).Distinct()];
        var ends = known(subjects) ?? await AuditChain.HeadsAsync(db, subjects, CancellationToken.None);
        // After appending, they are the new ends.
        var lines = AuditChain.Append(db, acts.SelectMany(act => act.Lines.Select(line => (line, act))).OrderBy(l => l.line.Subject), ends);
        await db.SendAsync([.. first, .. acts.SelectMany(act => act.Statements), .. lines, .. acts.SelectMany(act => act.Last)], CancellationToken.None);
        heads.Keep(ends);
    }

    // The server itself said no, to a statement: then nothing of its transaction is there. A connection that broke leaves that open.
    private static bool IsUndone(DbException error) => error is PostgresException { InvariantSeverity: "ERROR" } or SqliteException { SqliteErrorCode: 1 or 19 };
}
