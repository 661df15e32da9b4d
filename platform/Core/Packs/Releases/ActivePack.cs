using Microsoft.Extensions.Logging;
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
    private long unread;

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
    /// <exception cref="PackException">This program does not read that release without a mistake; what was live stays. Said once for each.</exception>
    public async Task RefreshAsync(CancellationToken cancellationToken = default)
    {
        var active = await store.ActiveAsync(cancellationToken);
        if (active is not null && active.Number != current?.Number && active.Number != unread)
        {
            var result = loader.Load(await store.FilesAsync(active, cancellationToken));
            unread = result.Pack is null ? active.Number : 0;
            Swap(active, result.Pack ?? throw new PackException(result.Problems));
        }
    }

    /// <summary>
    /// Before anything is live here. Another version of the program may have made a release live that this one does not read without a mistake,
    /// while one comes in the place of the other: then the pack that came with this program serves on, if it was live here once; else
    /// the live one as far as it can be read, for it was judged when it went live.
    /// </summary>
    /// <param name="folder">The pack that came with this program.</param>
    /// <exception cref="PackException">There is nothing in it that this program can read.</exception>
    internal async Task StartAsync(string folder, ILogger log, CancellationToken cancellationToken = default)
    {
        try
        {
            await RefreshAsync(cancellationToken);
        }
        catch (PackException error)
        {
            var (release, pack) = await OwnAsync(folder, cancellationToken) ?? await AcceptedAsync(cancellationToken);
            Swap(release, pack);
            log.LogError(error, "The live release is not read by this program without a mistake; release {Number}, {Name} {Version}, serves until one is live that is.", release.Number, release.Name, release.Version);
        }
    }

    private async Task<(PackRelease Release, Pack Pack)?> OwnAsync(string folder, CancellationToken cancellationToken)
    {
        var own = loader.Load(folder);
        var digest = PackArchive.Digest(own.Layers);
        return own.Pack is { } pack && (await store.AllAsync(cancellationToken)).FirstOrDefault(r => r.Digest == digest) is { } release ? (release, pack) : null;
    }

    private async Task<(PackRelease Release, Pack Pack)> AcceptedAsync(CancellationToken cancellationToken)
    {
        var release = (await store.ActiveAsync(cancellationToken))!;
        return (release, loader.LoadAccepted(await store.FilesAsync(release, cancellationToken)));
    }

    internal void Swap(PackRelease release, Pack pack)
    {
        texts.Use(pack.Texts);
        current = new(release.Number, release.Digest, pack, release.CreatedAt);
    }
}
