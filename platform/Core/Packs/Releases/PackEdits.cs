using Microsoft.Extensions.Logging;
using Platform.Core.People;

namespace Platform.Core.Packs;

/// <summary>
/// The pack's folder as it is edited in Development: a change goes live with the next request; a broken one keeps the last
/// good release and shows its problems through <see cref="ActivePack.Problems"/>.
/// </summary>
/// <param name="folder">The topmost pack's folder.</param>
public sealed class PackEdits(string folder, PackLoader loader, PackReleaseStore store, ActivePack active, ILogger<PackEdits> log) : IDisposable
{
    private readonly SemaphoreSlim one = new(1);
    private IReadOnlyList<string> folders = [folder];
    private long seen;

    /// <summary>Looks for changed files and takes them up; cheap when there are none.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken = default)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            var stamp = Stamp();
            if (stamp != seen)
            {
                var known = folders;
                await TakeUpAsync(cancellationToken);
                // Layers found only now were read a moment ago: their stamp is no reason to read all again.
                seen = known.SequenceEqual(folders) ? stamp : Stamp();
            }
        }
        finally
        {
            one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => one.Dispose();

    private async Task TakeUpAsync(CancellationToken cancellationToken)
    {
        var result = loader.Load(folder);
        // The layers below stand beside the pack; from now on their files are looked at as well.
        folders = [.. result.Layers.Select(l => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(folder))!, l.Name))];
        active.Problems = result.Problems;
        foreach (var problem in result.Problems)
        {
            log.LogWarning("{Problem}", problem);
        }

        if (result.Pack is { } pack)
        {
            active.Swap(await store.ActivateAsync(result, Actor.System, cancellationToken), pack);
        }
    }

    private long Stamp()
    {
        var stamp = new HashCode();
        foreach (var file in folders.SelectMany(f => new DirectoryInfo(f).EnumerateFiles("*", SearchOption.AllDirectories)).OrderBy(f => f.FullName, StringComparer.Ordinal))
        {
            stamp.Add(file.FullName);
            stamp.Add(file.LastWriteTimeUtc.Ticks);
            stamp.Add(file.Length);
        }
        return stamp.ToHashCode();
    }
}
