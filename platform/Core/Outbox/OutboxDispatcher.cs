using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Platform.Core.Data;

namespace Platform.Core.Outbox;

/// <summary>Delivers messages after commit. Any number of processes may run it side by side.</summary>
public sealed class OutboxDispatcher(OutboxStore store, OutboxRoutes routes, IServiceScopeFactory scopes, TimeProvider clock, ILogger<OutboxDispatcher> log) : BackgroundService
{
    private const int AtOnce = 20;
    private const int MaxAttempts = 12;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);

    // Whoever comes alone goes at once; those who come soon after gather, for a claim costs the database the same for one as for twenty.
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>Delivers what is due now.</summary>
    /// <returns>How many messages were tried.</returns>
    public async Task<int> DeliverAsync(CancellationToken cancellationToken = default)
    {
        var lease = Lease.Start(clock, OutboxStore.LeaseLength);
        var messages = await store.ClaimAsync(AtOnce, lease, cancellationToken);
        var running = messages.Select(message => DeliverAsync(message, lease, cancellationToken)).ToList();
        while (running.Count > 0)
        {
            await Task.WhenAny(running);
            var ended = running.Where(r => r.IsCompleted).ToList();
            running.RemoveAll(ended.Contains);
            await EndAsync(ended, lease);
        }

        return messages.Count;
    }

    // Those that end while others are being written go together: a commit for each would cost the database more than their handlers do.
    private async Task EndAsync(IReadOnlyList<Task<Guid?>> ended, Lease lease)
    {
        if (ended.Where(r => r.IsCompletedSuccessfully).Select(r => r.Result).OfType<Guid>().ToList() is { Count: > 0 } done)
        {
            await store.DoneAsync(done, lease);
        }

        await Task.WhenAll(ended);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                switch (await DeliverAsync(stoppingToken))
                {
                    case 0:
                        await routes.WaitAsync(Poll, stoppingToken);
                        break;
                    case < AtOnce:
                        await Task.Delay(Gathering, TimeProvider.System, stoppingToken);
                        break;
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            // The database being away must not end the loop.
#pragma warning disable CA1031
            catch (Exception error)
#pragma warning restore CA1031
            {
                log.LogError(error, "The outbox could not be read; trying again.");
                await Task.Delay(Poll, clock, stoppingToken);
            }
        }
    }

    /// <returns>The message's id; null where it failed and is tried again, or was given up.</returns>
    private async Task<Guid?> DeliverAsync(OutboxMessage message, Lease lease, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(OutboxStore.LeaseLength * 0.9);
        try
        {
            var route = routes[message.Handler] ?? throw new InvalidOperationException($"No handler is named '{message.Handler}' in this release.");
            await using var scope = scopes.CreateAsyncScope();
            await route.Run(scope.ServiceProvider, message.Body, limit.Token);
            return message.MessageId;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        // A handler may fail in any way; the message is then tried again later.
#pragma warning disable CA1031
        catch (Exception error)
#pragma warning restore CA1031
        {
            await FailedAsync(message, lease, error);
            return null;
        }
    }

    private async Task FailedAsync(OutboxMessage message, Lease lease, Exception error)
    {
        var reason = FailureReason.Of(error);
        log.LogWarning("Handler {Handler} failed on message {Message}, attempt {Attempt}: {Reason}\n{Where}", message.Handler, message.MessageId, message.Attempts, reason, error.StackTrace);
        await (message.Attempts >= MaxAttempts
            ? store.BuryAsync(message.MessageId, lease, reason)
            : store.RetryAsync(message.MessageId, lease, Backoff(message.Attempts), reason));
    }

    // Doubles from one second, capped, with up to half of it at random so that retries do not march in step.
    private static TimeSpan Backoff(int attempts)
    {
        var wait = TimeSpan.FromSeconds(Math.Min(Math.Pow(2, attempts - 1), LongestWait.TotalSeconds));
        return wait + wait * (RandomNumberGenerator.GetInt32(500) / 1000.0);
    }
}
