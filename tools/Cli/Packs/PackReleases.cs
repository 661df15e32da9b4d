using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using Platform.Core.Data;
using Platform.Core.Modules;
using Platform.Core.Outbox;
using Platform.Core.Packs;
using Platform.Core.People;

namespace Platform.Cli.Packs;

/// <summary>The releases of an instance: made live, listed, and an earlier one made live again.</summary>
/// <param name="database">The instance's, as a connection string.</param>
internal sealed class PackReleases(string database, InvocationConfiguration console)
{
    /// <summary>Stores a checked pack as the live release.</summary>
    public Task<int> ActivateAsync(PackLoadResult pack, CancellationToken cancellationToken) => OnStoreAsync(async store =>
    {
        var release = await store.ActivateAsync(pack, Actor.System, cancellationToken);
        await SayLiveAsync(release);
        return 0;
    });

    /// <summary>Prints a line for each, the newest first.</summary>
    public Task<int> ListAsync(CancellationToken cancellationToken) => OnStoreAsync(async store =>
    {
        var live = await store.ActiveAsync(cancellationToken);
        foreach (var release in await store.AllAsync(cancellationToken))
        {
            var mark = release.Number == live?.Number ? "live" : "";
            await console.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{release.Number,6}  {mark,-4}  {release.CreatedAt}  {release.Name} {release.Version}").TrimEnd());
        }

        return 0;
    });

    /// <summary>Makes a stored release live, if this build and these modules still read it without a problem.</summary>
    public Task<int> UseAsync(long number, bool production, IReadOnlyList<PlatformModule> outside, CancellationToken cancellationToken) => OnStoreAsync(async store =>
    {
        if ((await store.AllAsync(cancellationToken)).FirstOrDefault(r => r.Number == number) is not { } release)
        {
            await console.Error.WriteLineAsync("There is no release of this number; list them with: egov pack releases");
            return 1;
        }

        if (PackCheck.Load(await store.FilesAsync(release, cancellationToken), production, outside).Problems is { Count: > 0 } problems)
        {
            await console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"This build finds {problems.Count} problem(s) in release {number}, the first: {problems[0]}. What is live stays."));
            return 1;
        }

        await SayLiveAsync((await store.ActivateAsync(number, Actor.System, cancellationToken))!);
        return 0;
    });

    private Task SayLiveAsync(PackRelease release) => console.Output.WriteLineAsync($"Release {release.Number} of {release.Name} {release.Version} is live.");

    private async Task<int> OnStoreAsync(Func<PackReleaseStore, Task<int>> work)
    {
        try
        {
            await using var db = new Db(database);
            return await work(new PackReleaseStore(db, new Acts(db, new OutboxRoutes(), TimeProvider.System)));
        }
        catch (Exception error) when (error is DbException or IOException or UnauthorizedAccessException)
        {
            await console.Error.WriteLineAsync($"The database cannot be used ({error.Message}); correct --data or --database.");
            return 1;
        }
    }
}
