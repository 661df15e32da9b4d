using System.CommandLine;
using Platform.Core.Modules;
using Platform.Core.Packs;

namespace Platform.Cli.Packs.Upgrades;

/// <summary>The way back from an upgrade.</summary>
internal static class UpgradeUndo
{
    /// <param name="outside">Modules from outside that the pack uses.</param>
    public static int Run(string folder, bool andLaterChanges, InvocationConfiguration console, IReadOnlyList<PlatformModule> outside)
    {
        var saved = new SavedUpgrade(folder);
        if (!saved.Exists)
        {
            console.Error.WriteLine($"There is no upgrade of {folder} to undo.");
            return 1;
        }

        try
        {
            return Undo(saved, folder, andLaterChanges, console, outside);
        }
        catch (IOException error)
        {
            console.Error.WriteLine(error.Message);
            return 1;
        }
    }

    private static int Undo(SavedUpgrade saved, string folder, bool andLaterChanges, InvocationConfiguration console, IReadOnlyList<PlatformModule> outside)
    {
        var later = saved.ChangedSince();
        if (later.Count > 0 && !andLaterChanges)
        {
            later.ToList().ForEach(f => console.Error.WriteLine($"{f} was changed since the upgrade."));
            console.Error.WriteLine("Undoing would lose that: save it elsewhere and say --and-later-changes. Nothing was written.");
            return 1;
        }

        console.Output.WriteLine($"Put back as before the upgrade: {Amount.Of(saved.Undo(), "file")}.");
        return PackCheck.Run(folder, production: false, console, outside) is { Problems.Count: 0 } ? 0 : 1;
    }
}
