using Platform.Core.Packs;

namespace Platform.Cli.Packs.Upgrades;

/// <summary>Finds the three sides of an upgrade.</summary>
internal static class UpgradeBase
{
    /// <param name="folder">The pack's.</param>
    /// <param name="to">As <c>starter@1.2</c>.</param>
    /// <param name="from">Where the new base is; null: in the folder beside the pack that is named like <paramref name="to"/>.</param>
    /// <param name="was">The base that the pack was made from; null: the one beside it.</param>
    /// <exception cref="UpgradeException">One of them is not there, or not what was asked for.</exception>
    public static PackUpgrade Open(string folder, string to, UpgradeSource from, string? was)
    {
        if (to.Split('@') is not [{ Length: > 0 } name, { Length: > 0 } version])
        {
            throw new UpgradeException($"'{to}' names no version: write the base and its version, as starter@1.2.");
        }

        var pack = Folder(folder, "the folder that holds pack.yaml");
        var old = was is null ? OldBeside(pack, folder, name) : Folder(was, "the base that the pack was made from");
        var @new = from.Open(name) ?? Beside(folder, to);
        var upgrade = new PackUpgrade(pack, @new, old);
        if (upgrade.New is not { } found || found.Name != name || !found.IsVersion(version))
        {
            throw new UpgradeException($"What stands there is {upgrade.New?.ToString() ?? "no pack"}, not {to}: correct --to or --from.");
        }

        return upgrade.Problems.Count == 0 ? upgrade : throw UpgradeException.Of(upgrade.Problems, "These files cannot be read: correct them first. Nothing was written.");
    }

    private static IPackFiles OldBeside(PackFolder pack, string folder, string name)
    {
        var extends = PackTag.BaseOf(pack) ?? throw new UpgradeException($"{folder} extends no pack: name the base that its files were copied from with --was.");
        if (extends != name)
        {
            throw new UpgradeException($"{folder} extends {extends}, not {name}: write --to {extends}@ and a version.");
        }

        return pack.Beside(name) ?? throw new UpgradeException($"There is no folder {name} beside {folder}: put the base there that the pack stands on, or name its place with --was.");
    }

    private static PackFolder Beside(string folder, string to)
    {
        var place = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(folder))!, to);
        return Directory.Exists(place) ? new PackFolder(place) : throw new UpgradeException($"There is no folder {place}: name the place of the new base with --from, a folder or a release file.");
    }

    private static PackFolder Folder(string folder, string what) =>
        Directory.Exists(folder) ? new PackFolder(folder) : throw new UpgradeException($"There is no folder {folder}; give {what}.");
}
