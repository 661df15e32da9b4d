using Dapper;
using Platform.Core.Audit;
using Platform.Core.Data;
using Platform.Core.Outbox;

namespace Platform.Cli.Doctor;

/// <summary>Whether what should happen by itself happens: messages, jobs, the seal of the audit.</summary>
internal sealed class WorkChecks(Db db, OutboxStore outbox, AuditVerifier audit, TimeProvider clock)
{
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Late = TimeSpan.FromHours(6);

    /// <summary>The modules that the live pack has on; null: all. Jobs of the others rest.</summary>
    public IReadOnlyList<string>? Modules { get; init; }

    public async Task<IReadOnlyList<Finding>> RunAsync() => [await DeadAsync(), await WaitingAsync(), .. await JobsAsync(), await SealAsync()];

    private async Task<Finding> DeadAsync()
    {
        var dead = await outbox.DeadLettersAsync();
        return dead.Count == 0
            ? Finding.Ok("outbox.dead", "No message was given up")
            : Finding.Warn("outbox.dead", $"{dead.Count} messages were given up, the last by {dead[0].Handler}: {dead[0].Error}", "See them with egov outbox dead, mend the cause, then egov outbox replay");
    }

    private async Task<Finding> WaitingAsync()
    {
        var oldest = await db.ReadAsync<Instant>("select available_at from platform_outbox where dead_at is null order by available_at limit 1");
        return oldest is [var due] && clock.Now().Since(due) > TimeSpan.Zero
            ? Finding.ByAge("outbox.waiting", "The oldest message was due", clock.Now().Since(due), Soon, Late, "Does the portal run? It delivers them while it does")
            : Finding.Ok("outbox.waiting", "No message waits");
    }

    private async Task<IReadOnlyList<Finding>> JobsAsync()
    {
        var jobs = await db.ReadAsync<Job>("select name, next_at, error from platform_job order by name");
        var overdue = jobs.Where(j => clock.Now().Since(j.NextAt) > Soon && IsOn(j.Name)).ToList();
        var failed = jobs.Where(j => j.Error is not null).Select(j => Finding.Warn($"jobs.{j.Name}", $"It failed when it ran last: {j.Error}", "It is tried again at its next time; the portal's log says where"));
        return
        [
            overdue.Count == 0
                ? Finding.Ok("jobs", $"None of {jobs.Count} jobs is late")
                : Finding.Warn("jobs", $"{overdue.Count} of {jobs.Count} jobs are late, {overdue[0].Name} was due {Ages.Say(clock.Now().Since(overdue[0].NextAt))}", "Does the portal run? It does them while it does"),
            .. failed,
        ];
    }

    private bool IsOn(string job) => job.Split('.')[0] is var module && (module == "platform" || (Modules?.Contains(module) ?? true));

    private async Task<Finding> SealAsync()
    {
        var waiting = await db.ReadAsync<Instant>(
            "select a.at from platform_audit_unsealed u join platform_audit a on a.subject_id = u.subject_id and a.seq = u.seq order by a.at limit 1");
        return (await audit.NewestHeadAsync(), waiting) switch
        {
            (null, _) => Finding.Warn("audit.sealed", "The audit was never sealed", "Start the portal: it does so every minute"),
            (var head, []) => Finding.Ok("audit.sealed", $"All {head.Size} rows are sealed"),
            (_, [var oldest, ..]) => Finding.ByAge("audit.sealed", "The oldest row that waits for its seal was written", clock.Now().Since(oldest), Soon, Late, "Does the portal run? It seals them every minute"),
        };
    }

    private sealed record Job
    {
        public required string Name { get; init; }

        public required Instant NextAt { get; init; }

        public string? Error { get; init; }
    }
}
