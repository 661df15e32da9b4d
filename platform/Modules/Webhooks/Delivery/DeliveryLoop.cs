using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Platform.Core.Packs;
using Platform.Modules.Webhooks.Endpoints;

namespace Platform.Modules.Webhooks.Delivery;

/// <summary>Keeps delivering, each endpoint for itself: a slow one holds up no other.</summary>
internal sealed class DeliveryLoop(EndpointStore endpoints, Deliveries deliveries, ActivePack active, ILogger<DeliveryLoop> log) : BackgroundService
{
    private const string Module = "webhooks";
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);

    private readonly Dictionary<Guid, Task> lanes = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Poll);
        do
        {
            try
            {
                await StartLanesAsync(stoppingToken);
            }
            // The database being away must not end the loop.
#pragma warning disable CA1031
            catch (Exception error) when (error is not OperationCanceledException)
#pragma warning restore CA1031
            {
                log.LogError(error, "Webhook endpoints could not be read; trying again.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task StartLanesAsync(CancellationToken stoppingToken)
    {
        if (!active.Any || !active.Current.Pack.Has(Module))
        {
            return;
        }

        foreach (var endpoint in await endpoints.ActiveAsync(stoppingToken))
        {
            if (!lanes.TryGetValue(endpoint.EndpointId, out var lane) || lane.IsCompleted)
            {
                lanes[endpoint.EndpointId] = RunAsync(endpoint.EndpointId, stoppingToken);
            }
        }
    }

    private async Task RunAsync(Guid endpoint, CancellationToken stoppingToken)
    {
        try
        {
            while (await deliveries.RunAsync(endpoint, stoppingToken) > 0)
            {
                // As long as something is due.
            }
        }
        // Whatever happens in one lane, the others go on, and this one begins anew.
#pragma warning disable CA1031
        catch (Exception error) when (error is not OperationCanceledException)
#pragma warning restore CA1031
        {
            log.LogError(error, "Deliveries to webhook endpoint {Endpoint} could not be read or written; trying again.", endpoint);
        }
    }
}
