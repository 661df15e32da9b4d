using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Platform.Core.Packs;

/// <summary>Asks every few seconds which release is live, so that all processes swap soon after an activation.</summary>
internal sealed class PackPoll(ActivePack active, TimeProvider clock, ILogger<PackPoll> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await active.RefreshAsync(stoppingToken);
            }
            // Whatever happens, the last good release goes on serving.
#pragma warning disable CA1031
            catch (Exception error) when (error is not OperationCanceledException)
#pragma warning restore CA1031
            {
                log.LogError(error, "The live release could not be taken up; the last good one stays.");
            }
        }
    }
}
