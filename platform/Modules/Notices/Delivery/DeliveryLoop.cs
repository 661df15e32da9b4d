using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Platform.Modules.Notices.Delivery;

/// <summary>Keeps delivering, each channel for itself: a slow mail server holds up no SMS.</summary>
internal sealed class DeliveryLoop(IReadOnlyList<IChannel> channels, Deliveries deliveries, TimeProvider clock, ILogger<DeliveryLoop> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(channels.Select(channel => KeepAsync(channel, stoppingToken)));

    private async Task KeepAsync(IChannel channel, CancellationToken stoppingToken)
    {
        var breaker = new Breaker(clock);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await deliveries.RunAsync(channel, breaker, stoppingToken) == 0)
                {
                    await Task.Delay(Poll, stoppingToken);
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
                log.LogError(error, "Deliveries by {Channel} could not be read or written; trying again.", channel.Name);
                await Task.Delay(Poll, stoppingToken);
            }
        }
    }
}
