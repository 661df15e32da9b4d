using System.Data.Common;
using System.Security.Cryptography;
using Platform.Core.Data;
using Platform.Core.People;

namespace Platform.Core.Audit;

/// <summary>
/// Acts that write audit lines and nothing else (somebody looked) share commits and round trips. None of them can be refused, so that none takes the
/// others with it. Each is answered after the commit.
/// </summary>
internal sealed class SharedAudit
{
    private readonly Db db;
    private readonly AuditHeads heads;
    private readonly Together<Look, bool> together;

    public SharedAudit(Db db, AuditHeads heads)
    {
        (this.db, this.heads) = (db, heads);
        together = new(WriteAsync);
    }

    public Task WriteAsync(Guid act, Instant at, Actor actor, IReadOnlyList<AuditLine> lines, CancellationToken cancellationToken) =>
        together.AskAsync(new(act, at, actor, lines), cancellationToken);

    private async Task<Func<Look, bool>> WriteAsync(IReadOnlyList<Look> looks)
    {
        // In one order, or two processes would wait for each other.
        var lines = looks.SelectMany(look => look.Lines.Select(line => new Written(look, line))).OrderBy(l => l.Line.Subject).ToList();
        if (await IsWrittenAsync(lines, remembered: true))
        {
            return _ => true;
        }

        // Another process went on from one of these ends. From here each subject goes by itself: one at which many look at once, in every process,
        // must not keep the others from being written. An act on several of them is answered well only if all of its lines are.
        var refused = new Dictionary<Guid, DbException>();
        foreach (var subject in lines.GroupBy(l => l.Line.Subject))
        {
            await InsistAsync([.. subject], refused);
        }

        return look => look.Lines.Select(line => refused.GetValueOrDefault(line.Subject)).FirstOrDefault(error => error is not null) is { } error ? throw error : true;
    }

    private async Task InsistAsync(List<Written> lines, Dictionary<Guid, DbException> refused)
    {
        try
        {
            for (var attempt = 2; !await IsWrittenAsync(lines, remembered: false, last: attempt == AuditChain.Tries); attempt++)
            {
                // Processes that always tried at the same moments would always meet.
                await Task.Delay(TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(1 << attempt)), TimeProvider.System);
            }
        }
        catch (DbException error)
        {
            refused[lines[0].Line.Subject] = error;
        }
    }

    /// <param name="remembered">Whether to go on from the ends that this process wrote last.</param>
    /// <param name="last">Whether it is an error that another process did.</param>
    private async Task<bool> IsWrittenAsync(List<Written> lines, bool remembered, bool last = false)
    {
        var subjects = lines.Select(l => l.Line.Subject).Distinct().ToList();
        try
        {
            var ends = (remembered ? heads.Find(subjects) : null) ?? await AuditChain.HeadsAsync(db, subjects, CancellationToken.None);
            await db.SendAsync(AuditChain.Append(db, lines.Select(l => (l.Line, l.Of.Act, l.Of.At, l.Of.Actor)), ends), [], CancellationToken.None);
            heads.Keep(ends);
            return true;
        }
        catch (DbException error) when (!last && Violation.Of(error) is { Table: "platform_audit" })
        {
            return false;
        }
    }

    private sealed record Written(Look Of, AuditLine Line);

    private sealed record Look(Guid Act, Instant At, Actor Actor, IReadOnlyList<AuditLine> Lines);
}
