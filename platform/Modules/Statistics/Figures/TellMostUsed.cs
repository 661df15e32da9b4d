using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Platform.Core.Packs;
using Platform.Modules.Catalogue;

namespace Platform.Modules.Statistics.Figures;

/// <summary>Tells the catalogue, in every process, which services were sent most in the last twelve months: those whose figures are told to everybody.</summary>
internal sealed class TellMostUsed(FigureReading figures, MostUsed used, ActivePack active, TimeProvider clock, ILogger<TellMostUsed> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);
    private static readonly FigureFilter Everything = new(null, null, null);

    public async Task TellAsync(CancellationToken cancellationToken) =>
        used.Services = active.Current.Pack.Has("statistics") && await figures.ReadAsync(Everything, cancellationToken) is { } told ? [.. told.Services.Groups.Select(g => g.Id)] : [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                await TellAsync(stoppingToken);
            }
            // Without figures the first page shows what the pack names.
#pragma warning disable CA1031
            catch (Exception error) when (error is not OperationCanceledException)
#pragma warning restore CA1031
            {
                log.LogError(error, "The most used services could not be read.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
