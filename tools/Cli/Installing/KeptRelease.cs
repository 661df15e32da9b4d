using System.Security.Cryptography;
using Platform.Core.Releases;

namespace Platform.Cli.Installing;

/// <summary>
/// What stays known of a release here: when it was accepted, so that it is good also after its keys have expired. And what a host is told of
/// the release it belongs to; where that carries modules, the file itself, which it verifies at each start.
/// </summary>
/// <param name="file">The release's file.</param>
/// <param name="folder">Where the release lies when it is unpacked.</param>
internal sealed class KeptRelease(Release release, string file, string folder, KeptTrust kept, Trust trust)
{
    public const string Name = "release.egov";
    public const string Accepted = "ACCEPTED";

    /// <summary>Read by the units.</summary>
    public const string Settings = "release.env";

    public bool HoldsModules => release.Manifest.Members.Any(member => member.Name == ReleaseNames.Modules);

    /// <param name="into">The folder, or another that will be renamed to it.</param>
    public void Lay(string into, TimeProvider clock)
    {
        ReadableFile.Write(Path.Combine(into, Accepted), part => File.WriteAllText(part, ReleaseAcceptance.Of(release, clock).ToString()));
        if (HoldsModules && !IsSame(Path.Combine(into, Name)))
        {
            ReadableFile.Write(Path.Combine(into, Name), part => File.Copy(file, part, overwrite: true));
        }

        ReadableFile.Write(Path.Combine(into, Settings), part => File.WriteAllText(part, $"EGOV_RELEASE={string.Join(' ', Words())}\n"));
    }

    private string[] Words() => !HoldsModules ? [] :
    [
        "--release", Path.Combine(folder, Name), "--release-accepted", Path.Combine(folder, Accepted), "--release-trust", kept[KeptTrust.RootsFile],
        .. trust.Country is null ? Array.Empty<string>() : ["--release-country", kept[KeptTrust.CountryFile]],
        .. trust.Time is null ? Array.Empty<string>() : ["--release-time-trust", kept[KeptTrust.TimeFile]],
    ];

    // One manifest may have come with other signatures.
    private bool IsSame(string there) => File.Exists(there) && Sum(there).AsSpan().SequenceEqual(Sum(file));

    private static byte[] Sum(string path)
    {
        using var content = File.OpenRead(path);
        return SHA256.HashData(content);
    }
}
