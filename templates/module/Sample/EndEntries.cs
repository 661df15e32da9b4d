using Microsoft.Extensions.Options;
using Platform.Core.Data;
using Platform.Core.Jobs;
using Platform.Core.Modules.Forms;
using Platform.Core.Packs;
using Platform.Core.People;

namespace Platform.Modules.Sample;

/// <summary>Ends what has run out. Each in an act of its own: one that fails keeps none of the others waiting.</summary>
internal sealed class EndEntries(SampleStore entries, ActivePack pack, TimeProvider clock, IOptions<SampleOptions> options) : IJob
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var today = LocalDay.Of(clock.Now(), pack.Current.Pack);
        foreach (var entry in await entries.OverAsync(today, options.Value.EndAtOnce, cancellationToken))
        {
            try
            {
                await entries.EndAsync(entry, Actor.System, cancellationToken);
            }
            catch (RuleException)
            {
                // An official was faster.
            }
        }
    }
}
