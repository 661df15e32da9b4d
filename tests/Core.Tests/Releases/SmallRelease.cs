using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Time.Testing;
using Platform.Core.Releases;
using Platform.Testing;

namespace Platform.Core.Tests.Releases;

/// <summary>A release of a few members, for what is tried ten thousand times.</summary>
internal static class SmallRelease
{
    public static FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 29, 12, 0, 0, TimeSpan.Zero));

    public static ReleasePolicy Policy { get; } = new(TestKeys.Trust(TestKeys.Root));

    public static byte[] Make(string version = "1.0.0", X509Certificate2? key = null, Func<byte[], byte[]>? stamp = null, params (string Name, string Content)[] members)
    {
        using var folder = new TestFolder();
        foreach (var (name, content) in members is [] ? Members : members)
        {
            File.WriteAllText(folder[name], content);
        }

        File.WriteAllText(Directory.CreateDirectory(folder["in"]).FullName + "/hello.txt", "hello");
        using (var archive = File.Create(folder[ReleaseNames.Pack]))
        {
            ReleaseArchive.Pack(archive, [new("e-test/hello.txt", folder["in/hello.txt"])], TestKeys.Made);
        }

        using var release = new MemoryStream();
        ReleaseWriter.Write(release, Manifest(version, folder.Path), folder.Path, key ?? TestKeys.Releaser, stamp);
        return release.ToArray();
    }

    public static byte[] Countersign(byte[] release, X509Certificate2 key)
    {
        using var countersigned = new MemoryStream();
        var manifest = ReleaseManifest.Parse(new ReleaseReader(new MemoryStream(release)).Take(ReleaseNames.Manifest));
        ReleaseWriter.Countersign(new MemoryStream(release), manifest, countersigned, DetachedSignature.Make(Release.CountersignedBytes(manifest.ToBytes()), key));
        return countersigned.ToArray();
    }

    public static Release Open(byte[] release, ReleasePolicy? policy = null) => Release.Open(new MemoryStream(release), policy ?? Policy, Clock);

    public static ReleaseRefusedException Refused(byte[] release, ReleasePolicy? policy = null) =>
        Assert.Throws<ReleaseRefusedException>(() => Open(release, policy).Dispose());

    private static (string Name, string Content)[] Members { get; } =
        [(ReleaseNames.Sbom, "{}"), (ReleaseNames.UpgradeNotes, new string('a', 700)), (ReleaseNames.Sums, ""), ("block.bin", new string('b', 512))];

    private static ReleaseManifest Manifest(string version, string folder) => new(
        "e-test", ReleaseVersion.Parse(version), "0.1.0", ReleaseManifest.SelfContained("linux-x64"), "10.0.401", TestKeys.Made, "none", ["en", "qps-ploc"],
        [.. Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).Select(file => ReleaseWriter.Describe(Path.GetFileName(file), file))]);
}
