using System.Data.Common;
using Platform.Core.Data;
using Platform.Core.People;

namespace Platform.Core.Audit;

/// <summary>
/// Acts that write audit lines and nothing else (somebody looked) share commits: those that come while one is under way go together in the next, on
/// one round trip. None of them can be refused, so that none takes the others with it. Each is answered after the commit.
/// </summary>
internal sealed class SharedAudit(Db db, AuditHeads heads)
{
    private readonly Lock gate = new();
    private List<Waiting> waiting = [];
    private bool writing;

    public Task WriteAsync(Guid act, Instant at, Actor actor, IReadOnlyList<AuditLine> lines)
    {
        var one = new Waiting(act, at, actor, lines);
        lock (gate)
        {
            waiting.Add(one);
            if (!writing)
            {
                writing = true;
                _ = WriteAllAsync();
            }
        }

        return one.Written.Task;
    }

    private async Task WriteAllAsync()
    {
        // Not within the lock and the request that came first.
        await Task.Yield();
        while (Next() is { Count: > 0 } together)
        {
            try
            {
                await WriteAsync(together);
                together.ForEach(w => w.Written.SetResult());
            }
            // Whatever it was, nobody was written, and each of them has to hear it; those who come next try anew.
#pragma warning disable CA1031
            catch (Exception error)
#pragma warning restore CA1031
            {
                together.ForEach(w => w.Written.SetException(error));
            }
        }
    }

    private List<Waiting> Next()
    {
        lock (gate)
        {
            var next = waiting;
            waiting = [];
            writing = next.Count > 0;
            return next;
        }
    }

    private async Task WriteAsync(List<Waiting> together)
    {
        // In one order, or two processes would wait for each other.
        var lines = together.SelectMany(w => w.Lines.Select(line => (Of: w, Line: line))).OrderBy(l => l.Line.Subject).ToList();
        var subjects = lines.Select(l => l.Line.Subject).Distinct().ToList();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var ends = (attempt == 1 ? heads.Find(subjects) : null) ?? await AuditChain.HeadsAsync(db, subjects, CancellationToken.None);
                await db.SendAsync(AuditChain.Append(db, lines.Select(l => (l.Line, l.Of.Act, l.Of.At, l.Of.Actor)), ends), [], CancellationToken.None);
                heads.Keep(ends);
                return;
            }
            catch (DbException error) when (attempt < AuditChain.Tries && Violation.Of(error) is { Table: "platform_audit" })
            {
                // Another process went on from there.
            }
        }
    }

    private sealed record Waiting(Guid Act, Instant At, Actor Actor, IReadOnlyList<AuditLine> Lines)
    {
        public TaskCompletionSource Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
