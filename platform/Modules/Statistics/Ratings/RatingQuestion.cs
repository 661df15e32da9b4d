using Microsoft.Extensions.Options;
using Platform.Core.Data;
using Platform.Core.Packs;
using Platform.Modules.Cases;
using Platform.Modules.Cases.Editions;
using Platform.Modules.Cases.Workflow;

namespace Platform.Modules.Statistics.Ratings;

/// <summary>When applicants are asked how satisfied they are.</summary>
public sealed class RatingQuestion(EditionStore editions, ActivePack active, IOptions<StatisticsOptions> options, TimeProvider clock)
{
    /// <summary>After a decision, for some time; not where the applicant withdrew, or no answer came.</summary>
    public async Task<bool> IsAskedAsync(StoredCase stored, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stored);
        if (stored.Case is not { Final: true, ErasedAt: null } || !active.Current.Pack.Has("statistics"))
        {
            return false;
        }

        // Where sending is already the end, nobody decided anything.
        return stored.Events.LastOrDefault(e => e.Kind == CaseEventKinds.Moved) is { At: var decided }
            && clock.Now().Since(decided) < TimeSpan.FromDays(options.Value.AskedForDays)
            && !(await editions.OfAsync(stored.Case, cancellationToken)).Service.Section<WorkflowSection>()!.EndedUndecided(stored);
    }
}
