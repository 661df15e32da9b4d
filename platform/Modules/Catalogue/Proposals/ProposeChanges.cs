using Platform.Core.Data;
using Platform.Core.Jobs;
using Platform.Core.Packs;

namespace Platform.Modules.Catalogue.Proposals;

/// <summary>
/// Looks whether another release went live, and puts what changed nationally before the offices whose variants inherit it. The first time
/// there is nothing to compare with: what is live then is where they start from.
/// </summary>
internal sealed class ProposeChanges(PackReleaseStore releases, ProposalStore proposals, ActivePack active) : IJob
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (await releases.ActivationAsync(cancellationToken) is not { } live || live.Number != active.Current.Number)
        {
            // This process has not taken it up yet; the next time it will have.
            return;
        }

        var last = await proposals.LastAsync(cancellationToken);
        if (last?.Activation == live.N)
        {
            return;
        }

        var open = await proposals.OpenAsync(cancellationToken);
        var found = last is null ? [] : await CompareAsync(last, open, cancellationToken);
        try
        {
            await proposals.KeepAsync(new() { Activation = live.N, Release = live.Number }, [.. open.Where(o => !IsStill(o, found))], [.. found.Where(f => !open.Any(o => IsStill(o, [f])))], cancellationToken);
        }
        catch (DuplicateException error) when (error.Table == "catalogue_comparison")
        {
            // Another process was given the job when this one's lease ran out, and found the same.
        }
    }

    private async Task<List<Proposal>> CompareAsync(Comparison last, IReadOnlyList<Proposal> open, CancellationToken cancellationToken)
    {
        var (pack, release) = (active.Current.Pack, active.Current.Number);
        var after = await FilesAsync(release, cancellationToken);
        var compared = new Dictionary<long, InheritedChanges>();
        var found = new List<Proposal>();
        foreach (var variant in pack.Services.Everything.Where(s => s.Area is not null))
        {
            var since = open.FirstOrDefault(o => o.Service == variant.Id && o.Area == variant.Area)?.SinceRelease ?? last.Release;
            if (!compared.TryGetValue(since, out var changes))
            {
                compared[since] = changes = new(await FilesAsync(since, cancellationToken), after);
            }

            if (changes.Of(variant) is { Count: > 0 } these)
            {
                found.Add(Of(variant, these, since, release, pack));
            }
        }

        return found;
    }

    private async Task<IPackFiles> FilesAsync(long number, CancellationToken cancellationToken) =>
        await releases.FilesAsync((await releases.AllAsync(cancellationToken)).First(r => r.Number == number), cancellationToken);

    private static Proposal Of(ServiceDefinition variant, IReadOnlyList<InheritedChange> changes, long since, long release, Pack pack) => new()
    {
        ProposalId = Guid.CreateVersion7(),
        Service = variant.Id,
        Area = variant.Area!,
        AreaPath = pack.Areas.Find(variant.Area!)!.Path,
        Organization = variant.Organization,
        SinceRelease = since,
        Release = release,
        Changes = changes,
        State = ProposalStates.Open,
        CreatedAt = default,
    };

    // A release that changes nothing for a variant leaves its proposal as it is.
    private static bool IsStill(Proposal open, IEnumerable<Proposal> found) => found.Any(f =>
        f.Service == open.Service && f.Area == open.Area && f.Organization == open.Organization && f.AreaPath == open.AreaPath && f.Changes.SequenceEqual(open.Changes));
}
