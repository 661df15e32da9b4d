using Platform.Core.Packs;

namespace Platform.Modules.Catalogue.Proposals;

/// <summary>The variant that a proposal is about.</summary>
internal sealed class ProposedVariant(PackReleaseStore releases, ActivePack active)
{
    /// <summary>Path of its page within a language.</summary>
    public string PathOf(Proposal proposal) => Find(proposal) is { } variant ? ServicePath.Of(variant) : $"/services/{proposal.Service}";

    /// <summary>The variant's file with what the office wants as it was; null where the variant is gone.</summary>
    public async Task<string?> WriteAsync(Proposal proposal, CancellationToken cancellationToken)
    {
        var all = await releases.AllAsync(cancellationToken);
        var (before, after) = (all.FirstOrDefault(r => r.Number == proposal.SinceRelease), all.FirstOrDefault(r => r.Number == active.Current.Number));
        return Find(proposal) is { } variant && before is not null && after is not null
            ? LocalVariantFile.Keeping(variant, await releases.FilesAsync(before, cancellationToken), await releases.FilesAsync(after, cancellationToken), proposal.Kept)
            : null;
    }

    private ServiceDefinition? Find(Proposal proposal) => active.Current.Pack.Services.Everything.FirstOrDefault(s => s.Id == proposal.Service && s.Area == proposal.Area);
}
