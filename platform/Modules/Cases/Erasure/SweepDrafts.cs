using Microsoft.Extensions.Options;
using Platform.Core.Data;
using Platform.Core.Jobs;

namespace Platform.Modules.Cases.Erasure;

/// <summary>Erases drafts that nobody has touched for long: what was typed is kept for as long as it may be sent, and no longer.</summary>
internal sealed class SweepDrafts(Db db, Erasures erasures, IOptions<CasesOptions> options, TimeProvider clock) : IJob
{
    private const int AtOnce = 200;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var before = clock.Now().Plus(-TimeSpan.FromDays(options.Value.DraftDays));
        for (var last = Guid.Empty; await LeftAsync(before, last, cancellationToken) is { Count: > 0 } left; last = left[^1])
        {
            foreach (var draft in left)
            {
                await EraseAsync(draft, before, cancellationToken);
            }
        }
    }

    private Task<IReadOnlyList<Guid>> LeftAsync(Instant before, Guid last, CancellationToken cancellationToken) => db.ReadAsync<Guid>(
        $"select case_id from cases_case where state = '{CaseStates.Draft}' and changed_at < @before and erased_at is null and case_id > @last order by case_id limit @AtOnce",
        new { before, last, AtOnce },
        cancellationToken);

    private async Task EraseAsync(Guid draft, Instant before, CancellationToken cancellationToken)
    {
        try
        {
            await erasures.EraseDraftAsync(draft, before, cancellationToken);
        }
        catch (ActConflictException)
        {
            // Somebody has gone on with it meanwhile.
        }
    }
}
