using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Platform.Core.Data;
using Platform.Modules.Webhooks.Endpoints;

namespace Platform.Modules.Webhooks.Delivery;

/// <summary>Delivers what waits for one endpoint. Any number of processes may do so side by side.</summary>
internal sealed class Deliveries(DeliveryStore store, EndpointStore endpoints, WebhookCall call, TimeProvider clock, ILogger<Deliveries> log)
{
    private const int AtOnce = 4;

    // What Standard Webhooks recommends; some three days until it is given up.
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5),
        TimeSpan.FromHours(10), TimeSpan.FromHours(14), TimeSpan.FromHours(20), TimeSpan.FromHours(24),
    ];

    /// <returns>How many were tried; none where the endpoint is switched off.</returns>
    public async Task<int> RunAsync(Guid endpointId, CancellationToken cancellationToken)
    {
        // Read anew each round: somebody may have switched it off, or given it a new secret, while a long queue was delivered.
        if (await endpoints.FindAsync(endpointId, cancellationToken) is not { IsActive: true } endpoint)
        {
            return 0;
        }

        var lease = Lease.Start(clock, DeliveryStore.LeaseLength);
        var claimed = await store.ClaimAsync(endpoint.EndpointId, AtOnce, lease, cancellationToken);
        var gone = await Task.WhenAll(claimed.Select(delivery => DeliverAsync(endpoint, delivery, lease)));
        if (gone.Contains(true))
        {
            await SwitchOffAsync(endpoint);
            return 0;
        }

        return claimed.Count;
    }

    // A host that stops lets what has begun come to its end.
    private async Task<bool> DeliverAsync(WebhookEndpoint endpoint, WebhookDelivery delivery, Lease lease)
    {
        var verdict = await call.SendAsync(endpoint, delivery, CancellationToken.None);
        try
        {
            await RecordAsync(delivery, lease, verdict);
        }
        catch (ActConflictException)
        {
            log.LogWarning("Delivery {Delivery} took longer than its lease; another worker has it.", delivery.DeliveryId);
        }

        return verdict is Verdict.Gone;
    }

    private Task RecordAsync(WebhookDelivery delivery, Lease lease, Verdict verdict) => verdict switch
    {
        Verdict.Taken => store.SettleAsync(delivery, lease, DeliveryStates.Sent, null),
        Verdict.Refused refused => store.SettleAsync(delivery, lease, DeliveryStates.Failed, refused.Reason),
        Verdict.Gone => store.SettleAsync(delivery, lease, DeliveryStates.Failed, "http-410"),
        Verdict.Later later when delivery.Attempts > Waits.Length => store.SettleAsync(delivery, lease, DeliveryStates.GivenUp, later.Reason),
        Verdict.Later later => store.PostponeAsync(delivery, lease, clock.Now().Plus(Wait(delivery.Attempts, later.After)), later.Reason),
        _ => throw new InvalidOperationException($"An unknown verdict, {verdict.GetType().Name}."),
    };

    private async Task SwitchOffAsync(WebhookEndpoint endpoint)
    {
        try
        {
            await endpoints.GoneAsync(endpoint.EndpointId);
            log.LogWarning("Webhook endpoint {Endpoint} answered 410 and is switched off.", endpoint.EndpointId);
        }
        catch (ActConflictException)
        {
            // Another process heard it, too.
        }
    }

    // With up to a fifth of it at random, so that retries do not march in step; never sooner than the other side asked for, within a day.
    private static TimeSpan Wait(int attempts, TimeSpan? asked)
    {
        var own = Waits[Math.Clamp(attempts, 1, Waits.Length) - 1];
        var wait = own + own * (RandomNumberGenerator.GetInt32(200) / 1000.0);
        return asked is { } least && least > wait ? TimeSpan.FromSeconds(Math.Min(least.TotalSeconds, TimeSpan.FromDays(1).TotalSeconds)) : wait;
    }
}
