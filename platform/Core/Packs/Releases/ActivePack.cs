using Platform.Core.Data;

namespace Platform.Core.Packs;

/// <summary>The release that is live, with its pack. One reference: a request that takes it once sees one state.</summary>
/// <param name="Number">Part of every cache key.</param>
/// <param name="Digest">SHA-256 over all files.</param>
/// <param name="Pack">The snapshot.</param>
/// <param name="CreatedAt">When this content was first stored: what it shows is as old as that.</param>
public sealed record ActiveRelease(long Number, string Digest, Pack Pack, Instant CreatedAt);

/// <summary>The pack of this process; swapped whole when another release goes live.</summary>
public sealed class ActivePack(PackReleaseStore store, PackLoader loader, Texts.Texts texts)
{
    private volatile ActiveRelease? current;
    private volatile IReadOnlyList<PackProblem> problems = [];

    /// <summary>The live release.</summary>
    /// <exception cref="InvalidOperationException">No pack was ever activated.</exception>
    public ActiveRelease Current => current ?? throw new InvalidOperationException("No pack is live yet.");

    /// <summary>True as soon as there is a live release.</summary>
    public bool Any => current is not null;

    /// <summary>Mistakes of an edit in Development that is therefore not live; empty when all is well.</summary>
    public IReadOnlyList<PackProblem> Problems
    {
        get => problems;
        internal set => problems = value;
    }

    /// <summary>Takes up the release that is live in the database, if it is not the one at hand.</summary>
    /// <exception cref="PackException">This program cannot read that release; what was live stays.</exception>
    public async Task RefreshAsync(CancellationToken cancellationToken = default)
    {
        var active = await store.ActiveAsync(cancellationToken);
        if (active is not null && active.Number != current?.Number)
        {
            var result = loader.Load(await store.FilesAsync(active, cancellationToken));
            Swap(active, result.Pack ?? throw new PackException(result.Problems));
        }
    }

    internal void Swap(PackRelease release, Pack pack)
    {
        texts.Use(pack.Texts);
        current = new(release.Number, release.Digest, pack, release.CreatedAt);
    }
}
