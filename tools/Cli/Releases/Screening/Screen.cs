using System.Text.Json;
using Platform.Core.Packs;
using Platform.Core.Releases;

namespace Platform.Cli.Releases.Screening;

/// <summary>Reads everything in a release that could be read by somebody, and finds what must not leave.</summary>
/// <param name="pack">The release's own.</param>
/// <param name="shared">The packs below it.</param>
/// <param name="others">Of other countries, whose traces are looked for.</param>
internal sealed class Screen(Pack pack, IReadOnlyList<Pack> shared, IEnumerable<Pack> others)
{
    private static readonly string[] Archives = [ReleaseNames.Source, ReleaseNames.Pack, ReleaseNames.Texts, ReleaseNames.Infra, ReleaseNames.Binaries, ReleaseNames.Modules, ReleaseNames.Licences];
    private static readonly string[] Files = [ReleaseNames.UpgradeNotes, ReleaseNames.Verifier, ReleaseNames.Sums];

    /// <summary>Made of packages that anybody can fetch, and named file by file in what is screened: reviewed when it came to be a member.</summary>
    private static readonly string[] Reviewed = [ReleaseNames.Sbom, ReleaseNames.Inputs];

    /// <summary>Copied out of packages that anybody can fetch; those of modules somebody wrote for this release.</summary>
    private static readonly string[] LicencesOfPackages = ["licences/nuget/", "licences/npm/"];

    private readonly PersonalData personal = new(pack);
    private readonly Traces traces = new([.. others.Select(other => StrangerPack.Of(other, pack, shared))]);

    /// <summary>How many files were read, and how many were passed over because they are parts of packages.</summary>
    public (int Read, int Packages) Counts { get; private set; }

    /// <summary>All findings in the order of the files; the same words in the same file once.</summary>
    public IReadOnlyList<Finding> Run(Release release)
    {
        var packages = FilesOfPackages(release);
        var members = release.Manifest.Members.Select(m => m.Name).ToList();
        var files = Archives.Intersect(members).SelectMany(name => Inside(release, name)).Concat(Files.Intersect(members).Select(name => (Path: name, Content: release.Read(name))));
        List<Finding> found = [.. members.Except([.. Archives, .. Files, .. Reviewed]).Select(name => new Finding(LeakKind.Unread, name, 0, "a member that nobody has reviewed"))];
        foreach (var (path, content) in files)
        {
            var ofPackage = packages.Contains(path) || LicencesOfPackages.Any(folder => path.StartsWith(folder, StringComparison.Ordinal));
            Counts = (Counts.Read + (ofPackage ? 0 : 1), Counts.Packages + (ofPackage ? 1 : 0));
            found.AddRange(ofPackage ? [] : In(path, content));
        }

        return found;
    }

    /// <summary>What one file holds.</summary>
    public IEnumerable<Finding> In(string path, byte[] content) => Parcel.Open(path, content) is { } parcel
        ? parcel.Files.SelectMany(f => In(f.Path, f.Content)).Concat(parcel.Unread is { } why ? [new(LeakKind.Unread, path, 0, why)] : []).Concat(ByPassage(path, []))
        : ByPassage(path, content);

    private IEnumerable<Finding> ByPassage(string path, byte[] content) =>
        Passages.Of(path, content).SelectMany(p => Secrets.In(p).Concat(personal.In(p)).Concat(traces.In(p))).DistinctBy(f => f.Id);

    private static IEnumerable<(string Path, byte[] Content)> Inside(Release release, string archive)
    {
        using var content = new MemoryStream(release.Read(archive));
        foreach (var entry in ReleaseArchive.Entries(content))
        {
            using var bytes = new MemoryStream();
            entry.DataStream?.CopyTo(bytes);
            yield return ($"{archive[..archive.IndexOf('.', StringComparison.Ordinal)]}/{entry.Name}", bytes.ToArray());
        }
    }

    // The bill of materials says of each program whose it is. The start programs are .NET's with our name in them.
    private static HashSet<string> FilesOfPackages(Release release)
    {
        using var bill = JsonDocument.Parse(release.Read(ReleaseNames.Sbom));
        return [.. bill.RootElement.GetProperty("components").EnumerateArray().Where(c => c.TryGetProperty("properties", out _)).Select(c => c.GetProperty("name").GetString()!)];
    }
}
