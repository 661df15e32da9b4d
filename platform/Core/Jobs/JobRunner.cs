using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Platform.Core.Data;
using Platform.Core.Packs;

namespace Platform.Core.Jobs;

/// <summary>Timer work. Runs in one process at a time.</summary>
public interface IJob
{
    Task RunAsync(CancellationToken cancellationToken);
}

/// <param name="Name">Stored; must stay the same over releases.</param>
public sealed record JobDefinition(string Name, Type Type, TimeSpan Every);

internal sealed record ClaimedJob
{
    public required string Name { get; init; }
}

/// <summary>Runs the declared jobs when they are due, each under a lease.</summary>
public sealed class JobRunner(Db db, IEnumerable<JobDefinition> definitions, IServiceScopeFactory scopes, TimeProvider clock, ILogger<JobRunner> log, ActivePack? active = null) : BackgroundService
{
    private const string Platform = "platform";
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LeaseLength = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, JobDefinition> jobs = definitions.ToDictionary(d => d.Name, StringComparer.Ordinal);

    // Another release may have other jobs; theirs are not ours to hold. Those of modules that the pack has off rest.
    private string Due => $"next_at <= @now and name in ({string.Join(", ", jobs.Keys.Where(IsOn).Select(name => $"'{name}'").DefaultIfEmpty("null"))})";

    /// <summary>Runs the jobs that are due now.</summary>
    /// <returns>How many ran.</returns>
    public async Task<int> RunDueAsync(CancellationToken cancellationToken = default)
    {
        var ran = 0;
        while (ran < jobs.Count)
        {
            // One at a time: a long one must not use up the leases of those behind it.
            var lease = Lease.Start(clock, LeaseLength);
            if (await db.ClaimAsync<ClaimedJob>("platform_job", "name", Due, "next_at", "name", 1, lease, cancellationToken) is not [var job])
            {
                break;
            }

            await RunAsync(jobs[job.Name], lease, cancellationToken);
            ran++;
        }

        return ran;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await RegisterAsync();
        using var timer = new PeriodicTimer(Tick, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RunDueAsync(stoppingToken);
            }
            // The database being away must not end the loop.
#pragma warning disable CA1031
            catch (Exception error) when (error is not OperationCanceledException)
#pragma warning restore CA1031
            {
                log.LogError(error, "Jobs could not be claimed; trying again.");
            }
        }
    }

    /// <summary>Makes a row for each declared job that has none.</summary>
    public async Task RegisterAsync()
    {
        foreach (var job in jobs.Values)
        {
            await db.WriteAsync("insert into platform_job (name, next_at, attempts) values (@Name, @now, 0) on conflict (name) do nothing", new { job.Name, now = clock.Now() });
        }
    }

    private async Task RunAsync(JobDefinition job, Lease lease, CancellationToken cancellationToken)
    {
        string? error = null;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await ((IJob)scope.ServiceProvider.GetRequiredService(job.Type)).RunAsync(cancellationToken);
        }
        // A job may fail in any way; it is due again at its next time.
#pragma warning disable CA1031
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            log.LogError(failure, "Job {Job} failed.", job.Name);
            error = $"{failure.GetType().Name}: {failure.Message}";
        }

        await FinishAsync(job, lease, error);
    }

    // Jobs are named after their module, as tables are.
    private bool IsOn(string job)
    {
        var module = job.Split('.')[0];
        return module == Platform || active is not { Any: true } || active.Current.Pack.Has(module);
    }

    private Task<int> FinishAsync(JobDefinition job, Lease lease, string? error) => db.WriteAsync(
        """
        update platform_job set next_at = @next, lease_token = null, lease_until = null, error = @error,
            last_ok_at = case when @ok then @now else last_ok_at end
        where name = @Name and lease_token = @Token
        """,
        new { job.Name, lease.Token, now = clock.Now(), next = clock.Now().Plus(job.Every), error, ok = error is null });
}
