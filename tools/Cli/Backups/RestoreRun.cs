using System.Formats.Tar;
using System.Globalization;
using Platform.Core.Keys;

namespace Platform.Cli.Backups;

/// <summary>The copies that were restored.</summary>
internal sealed record RestoredCopies(string Data, string Keys);

/// <summary>Puts copies back, after everything that can be known beforehand has been asked.</summary>
internal sealed class RestoreRun(KeptBackups backups, TextWriter output)
{
    /// <exception cref="RestoreRefusedException">Nothing was changed.</exception>
    public async Task<RestoredCopies> RestoreAsync(RestoreOrder order, KeysOptions places, StoreTarget platform, StoreTarget keys, CancellationToken cancellationToken)
    {
        var copies = Choose(order);
        foreach (var copy in new[] { backups.DataOf(copies.Data), backups.KeysOf(copies.Keys) })
        {
            var faults = await KeptBackups.FaultsAsync(copy, cancellationToken);
            Refuse(faults.Count > 0, $"{string.Join('\n', faults)}\nNothing was restored; name an earlier copy with --backup or --keys.");
            await output.WriteLineAsync($"{copy} is as it was written");
        }

        if (copies.Keys != Newest(backups.Keys))
        {
            await output.WriteLineAsync($"the keys of {copies.Keys} are not the newest: whoever was erased since then can be read again; erase them again");
        }

        Refuse(platform.Misfit(backups.DataOf(copies.Data)));
        Refuse(keys.Misfit(backups.KeysOf(copies.Keys)));
        await MakeRoomAsync(order.Aside, places.DataFolder, platform, keys);
        await output.WriteLineAsync("restoring keys, database and files");
        // Keys first: data without its keys must never be taken for an instance.
        await keys.RestoreAsync(backups.KeysOf(copies.Keys), cancellationToken);
        await platform.RestoreAsync(backups.DataOf(copies.Data), cancellationToken);
        await TarFile.ExtractToDirectoryAsync(Path.Combine(backups.DataOf(copies.Data), "files.tar"), places.DataFolder, overwriteFiles: false, cancellationToken);
        return copies;
    }

    private RestoredCopies Choose(RestoreOrder order)
    {
        var data = order.Backup ?? Newest(backups.Data) ?? throw new RestoreRefusedException($"There is no backup in {order.From}; it is the folder that egov backup was given with --to.");
        var keys = order.Keys ?? Newest(backups.Keys) ?? throw new RestoreRefusedException($"There are no keys in {order.From}; without them nothing of the data can be read.");
        Refuse(!backups.Data.Contains(data), $"There is no backup {data}; there are: {string.Join(", ", backups.Data)}");
        Refuse(!backups.Keys.Contains(keys), $"There are no keys {keys}; there are: {string.Join(", ", backups.Keys)}");
        Refuse(order.Keys is null && string.CompareOrdinal(keys, data) < 0, $"The newest keys are of {keys}, older than the data of {data}: what was begun in between could not be read. Name both with --backup and --keys if you mean it.");
        return new(data, keys);
    }

    private async Task MakeRoomAsync(bool aside, string folder, StoreTarget platform, StoreTarget keys)
    {
        CreateOwn(folder);
        CreateOwn(Path.Combine(folder, "keys"));
        Refuse(await platform.IsInUseAsync() || await keys.IsInUseAsync(), "Somebody works with this instance: stop the portal and every other program on its databases first.");
        var taken = await TakenAsync(folder, platform, keys);
        Refuse(taken.Count > 0 && !aside, $"{string.Join(" and ", taken.Select(t => t.What))} hold something already. Stop the portal, and name an empty place or add --aside, which keeps what is there under another name.");
        foreach (var (what, move) in taken)
        {
            await output.WriteLineAsync($"{what} was put aside: {await move()}. Remove it when you are sure; until then it holds what it held.");
        }
    }

    private static async Task<List<(string What, Func<Task<string>> Aside)>> TakenAsync(string folder, StoreTarget platform, StoreTarget keys)
    {
        var time = TimeProvider.System.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var taken = new List<(string, Func<Task<string>>)>();
        foreach (var (target, what) in new[] { (platform, "The database"), (keys, "The key store") })
        {
            if (await target.IsTakenAsync())
            {
                taken.Add((what, () => target.AsideAsync(time)));
            }
        }

        if (Others(folder).Any())
        {
            taken.Add(($"The data folder {folder}", () => Task.FromResult(MoveAside(folder, time))));
        }

        return taken;
    }

    // Keys and databases have their own answer; a lock file is nobody's data.
    private static IEnumerable<string> Others(string folder) => Directory.EnumerateFileSystemEntries(folder)
        .Where(e => Path.GetFileName(e) is not ("keys" or "instance.lock") and var name && !name.StartsWith("platform.db", StringComparison.Ordinal) && !name.StartsWith("aside-", StringComparison.Ordinal));

    private static string MoveAside(string folder, string time)
    {
        var aside = Path.Combine(folder, $"aside-{time}");
        CreateOwn(aside);
        foreach (var entry in Others(folder).ToList())
        {
            Directory.Move(entry, Path.Combine(aside, Path.GetFileName(entry)));
        }

        return aside;
    }

    private static string? Newest(IReadOnlyList<string> times) => times is [var newest, ..] ? newest : null;

    private static void CreateOwn(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static void Refuse(bool refused, string message) => Refuse(refused ? message : null);

    private static void Refuse(string? message)
    {
        if (message is not null)
        {
            throw new RestoreRefusedException(message);
        }
    }
}
