using Microsoft.Extensions.Options;
using Platform.Core.Data;
using Platform.Core.Jobs;

namespace Platform.Modules.Webhooks.Delivery;

/// <summary>Empties the log of what is old.</summary>
internal sealed class ForgetDeliveries(DeliveryStore deliveries, IOptions<WebhooksOptions> options, TimeProvider clock) : IJob
{
    private const int AtOnce = 1000;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var before = clock.Now().Plus(TimeSpan.FromDays(-options.Value.KeepDays));
        while (await deliveries.ForgetAsync(before, AtOnce, cancellationToken) >= AtOnce)
        {
            // In pieces, so that nobody waits for long.
        }
    }
}
