using System.Data.Common;
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
        var lines = looks.SelectMany(look => look.Lines.Select(line => (Of: look, Line: line))).OrderBy(l => l.Line.Subject).ToList();
        var subjects = lines.Select(l => l.Line.Subject).Distinct().ToList();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var ends = (attempt == 1 ? heads.Find(subjects) : null) ?? await AuditChain.HeadsAsync(db, subjects, CancellationToken.None);
                await db.SendAsync(AuditChain.Append(db, lines.Select(l => (l.Line, l.Of.Act, l.Of.At, l.Of.Actor)), ends), [], CancellationToken.None);
                heads.Keep(ends);
                return _ => true;
            }
            catch (DbException error) when (attempt < AuditChain.Tries && Violation.Of(error) is { Table: "platform_audit" })
            {
                // Another process went on from there.
            }
        }
    }

    private sealed record Look(Guid Act, Instant At, Actor Actor, IReadOnlyList<AuditLine> Lines);
}
