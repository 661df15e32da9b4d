using System.Collections.Concurrent;
using Platform.Core.Packs;

namespace Platform.Modules.Cases.Editions;

/// <summary>The packs of past releases under which cases are still open. Each is as large as the live one, so only those used last are kept.</summary>
internal sealed class OldReleases(PackReleaseStore releases, PackLoader loader)
{
    private const int MostKept = 6;

    private readonly Lock gate = new();
    private readonly List<Reading> kept = [];

    /// <summary>Read once however many ask at one time.</summary>
    /// <exception cref="PackException">There is nothing in it that this program can read.</exception>
    public Task<OldRelease> OfAsync(long number)
    {
        lock (gate)
        {
            var found = kept.Find(r => r.Number == number && !r.Release.IsFaulted) ?? new(number, Task.Run(() => ReadAsync(number)));
            kept.RemoveAll(r => r.Number == number);
            kept.Insert(0, found);
            kept.RemoveRange(Math.Min(MostKept, kept.Count), Math.Max(0, kept.Count - MostKept));
            return found.Release;
        }
    }

    private async Task<OldRelease> ReadAsync(long number)
    {
        var release = (await releases.AllAsync()).Single(r => r.Number == number);
        return new(loader.LoadAccepted(await releases.FilesAsync(release)), number);
    }

    private sealed record Reading(long Number, Task<OldRelease> Release);
}

/// <summary>A past release, with the definitions of it that were asked for.</summary>
internal sealed class OldRelease(Pack pack, long number)
{
    private readonly ConcurrentDictionary<string, CaseDefinition> definitions = new();

    /// <param name="edition">Of the service, as it stood then.</param>
    /// <param name="area">Of the local variant; null: the national service.</param>
    public CaseDefinition Definition(string edition, string service, string? area) => definitions.GetOrAdd(edition, _ =>
    {
        var found = pack.Services.Find(service, area is null ? null : pack.Areas.Find(area))!;
        return new(Edition.Of(pack, found), pack, found, number);
    });
}
