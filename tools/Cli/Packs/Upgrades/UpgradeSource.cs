using Platform.Core.Packs;
using Platform.Core.Releases;

namespace Platform.Cli.Packs.Upgrades;

/// <summary>Where the new base is: a folder, or a release that is verified before anything of it is read.</summary>
/// <param name="Place">Null: not said.</param>
/// <param name="Trust">The file of roots who may release.</param>
/// <param name="Country">That of who may countersign here; null: no countersignature is asked for.</param>
/// <param name="TimeTrust">That of who may stamp the time.</param>
internal sealed record UpgradeSource(string? Place, string? Trust, string? Country, string? TimeTrust)
{
    /// <returns>Null where no place was said.</returns>
    /// <exception cref="UpgradeException">There is nothing, or the release is refused.</exception>
    public IPackFiles? Open(string name)
    {
        if (Place is null || Directory.Exists(Place))
        {
            return Place is null ? null : new PackFolder(Place);
        }

        if (!File.Exists(Place))
        {
            throw new UpgradeException($"There is neither a folder nor a file {Place}; correct --from.");
        }

        return Trust is null
            ? throw new UpgradeException($"{Place} is a file: say with --trust which roots may sign a release.")
            : Verified(name);
    }

    private PackArchive Verified(string name)
    {
        try
        {
            var policy = new ReleasePolicy(ReleaseTrust.Load(Trust!)) { Country = Load(Country), Time = Load(TimeTrust) };
            using var release = Release.Open(Place!, policy, TimeProvider.System);
            return PackArchive.Unpack(name, new MemoryStream(release.Read(ReleaseNames.Pack)))
                ?? throw new UpgradeException($"The release {Place} holds no pack {name}; correct --from or --to.");
        }
        catch (ReleaseRefusedException refusal)
        {
            throw new UpgradeException(refusal.Message);
        }
    }

    private static ReleaseTrust? Load(string? file) => file is null ? null : ReleaseTrust.Load(file);
}
