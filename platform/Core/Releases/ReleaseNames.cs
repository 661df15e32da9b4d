namespace Platform.Core.Releases;

/// <summary>What the parts of a release are called.</summary>
public static class ReleaseNames
{
    /// <summary>The programs: the host and <c>egov</c>.</summary>
    public const string Binaries = "binaries.tar.gz";

    /// <summary>What the programs were made of, without what belongs to other packs; it builds.</summary>
    public const string Source = "source.tar.gz";

    /// <summary>The pack and the packs below it, a folder each.</summary>
    public const string Pack = "pack.tar.gz";

    /// <summary>The translations of the interface: the folder <c>locales</c>.</summary>
    public const string Texts = "texts.tar.gz";

    /// <summary>Modules that are no part of the platform, with what they bring along; only where there are any.</summary>
    public const string Modules = "modules.tar.gz";

    /// <summary>How it is set up; absent where the repository has none.</summary>
    public const string Infra = "infra.tar.gz";

    /// <summary>CycloneDX 1.6.</summary>
    public const string Sbom = "sbom.cdx.json";

    /// <summary>The text of the licence of everything that is not ours.</summary>
    public const string Licences = "licences.tar.gz";

    /// <summary>What changes for those who come from an earlier version.</summary>
    public const string UpgradeNotes = "upgrade.md";

    /// <summary>Each file of each archive, as <c>sha256sum -c</c> reads it.</summary>
    public const string Sums = "sha256sums";

    /// <summary>The second verifier, in POSIX shell.</summary>
    public const string Verifier = "release.sh";

    /// <summary>Packages of NuGet and npm from which it can be built without network; only on request.</summary>
    public const string Inputs = "inputs.tar.gz";

    internal const string Manifest = "MANIFEST";
    internal const string Signature = "MANIFEST.p7s";
    internal const string TimeStamp = "MANIFEST.tst";

    internal static string Countersignature(int number) => FormattableString.Invariant($"COUNTERSIGNATURE.{number}.p7s");
}
