using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using Platform.Core.Audit;

namespace Platform.Core.Data;

/// <summary>
/// Acts that are ready at one moment go in together: one transaction, one round trip, one wait for the disk, and each is answered after it. Where one of
/// them is refused, nothing of the group is written: it is left to itself, and the others go again. See platform/decisions/0012.
/// </summary>
internal sealed class GroupCommit
{
    // Whoever writes more holds up nobody else.
    private const int MostStatements = 100;
    private const int MostActs = 64;

    // With the fourth that is refused, all that are left are left to themselves.
    private const int Attempts = 4;
    private const int LongestPause = 10;

    // A row that somebody holds is waited for by the act that wants it, and what takes long is done by itself: neither by all who came with it.
    private static readonly Statement Impatient = new("select set_config('lock_timeout', @lock, true), set_config('statement_timeout', @statement, true)", new { @lock = "50ms", statement = "1s" });

    private readonly Db db;
    private readonly IReadOnlyList<Statement> patience;
    private readonly AuditHeads heads = new();
    private readonly Together<Act, Task> together;

    public GroupCommit(Db db)
    {
        this.db = db;
        patience = db.IsPostgres ? [Impatient] : [];
        together = new(WriteTogetherAsync, MostActs);
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
            // In one order of subjects, so that two processes seldom wait for each other.
            var written = await WriteAllButRefusedAsync([.. acts.OrderBy(act => act.Subjects.DefaultIfEmpty().Min())]);
            return act => written.Contains(act) ? Task.CompletedTask : WriteAloneAsync(act);
        }
        // But for the first they are of a value that cannot be sent: nothing was, and each finds out for itself whether it was his.
        catch (Exception error) when (error is RefusedException or ArgumentException or InvalidCastException or InvalidOperationException or NotSupportedException)
        {
            return WriteAloneAsync;
        }
    }

    /// <returns>Those that are in.</returns>
    private async Task<IReadOnlyCollection<Act>> WriteAllButRefusedAsync(List<Act> left)
    {
        for (var attempt = 1; left.Count > 0; attempt++)
        {
            try
            {
                await WriteAsync(left, patience);
                break;
            }
            catch (RefusedException refused) when (attempt < Attempts && left.Find(act => act.Has(refused.Statement)) is { } act)
            {
                left.Remove(act);
            }
            // Another process went on from one of these ends: they are read anew.
            catch (RefusedException refused) when (attempt < Attempts && IsOfTheChain(refused))
            {
            }
        }

        return left;
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
            await WriteAsync([act], []);
            return true;
        }
        catch (RefusedException refused) when (!last && IsOfTheChain(refused))
        {
            return false;
        }
        catch (RefusedException refused)
        {
            switch (refused.Violation)
            {
                case { IsGuard: true }:
                    throw new ActConflictException(refused.Error);
                case { Table: var table } when !IsOfTheChain(refused):
                    throw new DuplicateException(table, refused.Error);
                default:
                    ExceptionDispatchInfo.Throw(refused.Error);
                    throw;
            }
        }
    }

    private async Task WriteAsync(IReadOnlyList<Act> acts, IReadOnlyList<Statement> first)
    {
        List<Guid> subjects = [.. acts.SelectMany(act => act.Subjects).Distinct()];
        var ends = subjects.Count == 0 ? [] : heads.Find(subjects) ?? await AuditChain.HeadsAsync(db, subjects, CancellationToken.None);
        // After appending, they are the new ends.
        var lines = AuditChain.Append(db, acts.SelectMany(act => act.Lines.Select(line => (line, act))).OrderBy(l => l.line.Subject), ends);
        try
        {
            await db.SendAsync([.. first, .. acts.SelectMany(act => act.Statements), .. lines, .. acts.SelectMany(act => act.Last)], CancellationToken.None);
            heads.Keep(ends);
        }
        catch (RefusedException refused) when (IsOfTheChain(refused))
        {
            heads.Forget(subjects);
            throw;
        }
    }

    private static bool IsOfTheChain(RefusedException refused) => refused.Violation is { Table: AuditChain.Table };
}
