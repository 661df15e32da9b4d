using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Platform.Core.Data;

namespace Platform.Modules.Notices.Delivery;

/// <summary>Delivers what waits in one channel. Any number of processes may do so side by side.</summary>
internal sealed class Deliveries(DeliveryStore store, Letters letters, TimeProvider clock, IOptions<NoticesOptions> options, ILogger<Deliveries> log)
{
    private const int AtOnce = 10;
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <returns>How many were tried.</returns>
    public async Task<int> RunAsync(IChannel channel, Breaker breaker, CancellationToken cancellationToken)
    {
        var lease = Lease.Start(clock, DeliveryStore.LeaseLength);
        var allowance = breaker.Allowance(AtOnce);
        if (allowance == 0)
        {
            return 0;
        }

        var claimed = await store.ClaimAsync(channel.Name, allowance, lease, cancellationToken);
        await Task.WhenAll(claimed.Select(delivery => DeliverAsync(delivery, channel, breaker, lease, cancellationToken)));
        return claimed.Count;
    }

    private async Task DeliverAsync(ClaimedDelivery delivery, IChannel channel, Breaker breaker, Lease lease, CancellationToken cancellationToken)
    {
        var outcome = await TryAsync(delivery, channel, cancellationToken);
        breaker.Note(neighbourIsWell: outcome is Outcome.Sent or Outcome.Refused);
        try
        {
            await RecordAsync(delivery, channel, lease, outcome);
        }
        catch (ActConflictException)
        {
            log.LogWarning("Delivery {Delivery} took longer than its lease; another worker has it.", delivery.DeliveryId);
        }
    }

    private async Task<Outcome> TryAsync(ClaimedDelivery delivery, IChannel channel, CancellationToken cancellationToken)
    {
        if (delivery.FollowsCrash && !channel.MayRepeat)
        {
            return new Outcome.Unknown("crash");
        }

        Letter? letter;
        try
        {
            letter = await letters.FindAsync(delivery, channel.Name, cancellationToken);
        }
        // Whatever keeps one letter from being read must not stop the others; nothing was sent yet.
#pragma warning disable CA1031
        catch (Exception error) when (error is not OperationCanceledException)
#pragma warning restore CA1031
        {
            log.LogError(error, "Delivery {Delivery} could not be read.", delivery.DeliveryId);
            return new Outcome.Later("unreadable");
        }

        // A host that stops lets what has begun come to its end: half an SMS could not be told from a whole one.
        return letter is null ? new Outcome.Refused("no-address") : await channel.SendAsync(letter, CancellationToken.None);
    }

    private Task RecordAsync(ClaimedDelivery delivery, IChannel channel, Lease lease, Outcome outcome) => outcome switch
    {
        Outcome.Sent sent => store.SettleAsync(delivery, lease, DeliveryStates.Sent, null, sent.Reference),
        Outcome.Refused refused => store.SettleAsync(delivery, lease, DeliveryStates.Failed, refused.Reason, null),
        Outcome.Unknown unknown when !channel.MayRepeat => store.SettleAsync(delivery, lease, DeliveryStates.GivenUp, unknown.Reason, null),
        Outcome.Unknown unknown => LaterAsync(delivery, lease, unknown.Reason, null),
        Outcome.Later later => LaterAsync(delivery, lease, later.Reason, later.After),
        _ => throw new InvalidOperationException($"An unknown outcome, {outcome.GetType().Name}."),
    };

    private Task LaterAsync(ClaimedDelivery delivery, Lease lease, string reason, TimeSpan? after)
    {
        log.LogInformation("Delivery {Delivery} must wait ({Reason}), attempt {Attempt}.", delivery.DeliveryId, reason, delivery.Attempts);
        return delivery.Attempts >= options.Value.Attempts
            ? store.SettleAsync(delivery, lease, DeliveryStates.GivenUp, reason, null)
            : store.PostponeAsync(delivery, lease, clock.Now().Plus(Wait(delivery.Attempts, after)), reason);
    }

    // Doubles from fifteen seconds, with up to half of it at random; never sooner than the other side asked for, within reason.
    private static TimeSpan Wait(int attempts, TimeSpan? asked)
    {
        var own = TimeSpan.FromSeconds(Math.Min(15 * Math.Pow(2, attempts - 1), LongestWait.TotalSeconds));
        var wait = own + own * (RandomNumberGenerator.GetInt32(500) / 1000.0);
        return asked is { } least && least > wait ? TimeSpan.FromSeconds(Math.Min(least.TotalSeconds, TimeSpan.FromDays(1).TotalSeconds)) : wait;
    }
}
