using System.IO.Compression;
using System.Security.Cryptography.X509Certificates;
using Platform.Core.Releases;
using Platform.Testing;

namespace Platform.Infra.Tests.Machines;

/// <summary>Signed releases of what was built just now.</summary>
/// <param name="folder">Where they and the files of roots lie.</param>
internal sealed class TestReleases(string folder)
{
    public const string Pack = "one-question";
    public const string Module = "Platform.Modules.Sample.dll";

    private static readonly DateTimeOffset Made = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Lazy<X509Certificate2> Root = new(() => ReleaseKeys.CreateRoot("A ministry, root", 20, Made));
    private static readonly Lazy<X509Certificate2> Key = new(() => ReleaseKeys.Issue(Root.Value, "A ministry, releases", 20, Made));
    private static readonly Lazy<X509Certificate2> OwnRoot = new(() => ReleaseKeys.CreateRoot("This country, root", 20, Made));
    private static readonly Lazy<X509Certificate2> Officer = new(() => ReleaseKeys.Issue(OwnRoot.Value, "This country, officer", 20, Made));

    public string Roots => Path.Combine(folder, "ca.pem");

    /// <summary>The same roots, and the key that signed is revoked.</summary>
    public string RootsWithRevocation => Path.Combine(folder, "ca-revoked.pem");

    public string Country => Path.Combine(folder, "own-ca.pem");

    /// <summary>Writes what all of them share.</summary>
    public void Prepare()
    {
        var root = Root.Value.ExportCertificatePem() + "\n";
        File.WriteAllText(Roots, root + ReleaseKeys.Revoke(Root.Value, null, [], Made, TimeSpan.FromDays(9999)));
        File.WriteAllText(RootsWithRevocation, root + ReleaseKeys.Revoke(Root.Value, null, [Key.Value], Made, TimeSpan.FromDays(9999)));
        File.WriteAllText(Country, OwnRoot.Value.ExportCertificatePem() + "\n");
        Archive("whole", ReleaseNames.Binaries, Below(Path.Combine(TestFolder.RepositoryRoot, "tools/Cli/bin/Debug/net10.0"), ""));
        var broken = Path.Combine(folder, "broken");
        // A copy of a script that may be executed may be executed too.
        File.Copy(Path.Combine(TestFolder.RepositoryRoot, "infra/systemd/scripts/egov-ready"), broken);
        File.WriteAllText(broken, "#!/bin/sh\necho This release does not start. >&2\nexit 1\n");
        Archive("broken-host", ReleaseNames.Binaries, new() { ["Platform.Host"] = broken });
        var infra = Path.Combine(TestFolder.RepositoryRoot, "infra/systemd");
        foreach (var kind in new[] { "whole", "broken-host" })
        {
            Archive(kind, ReleaseNames.Infra, Below(infra, "infra/systemd/"));
            Archive(kind, ReleaseNames.Modules, new() { [Module] = Path.Combine(TestFolder.RepositoryRoot, "templates/module/Sample/bin/Debug/net10.0", Module) });
        }
    }

    /// <summary>A release, countersigned, with its version in the pack.</summary>
    public string Write(string version, bool broken = false, bool countersigned = true)
    {
        var kind = broken ? "broken-host" : "whole";
        var members = Path.Combine(folder, kind);
        WritePack(kind, version);
        var file = Path.Combine(folder, $"{Pack}-{version}{(broken ? "-broken" : "")}.egov");
        var names = Directory.EnumerateFiles(members).Order(StringComparer.Ordinal).Select(member => ReleaseWriter.Describe(Path.GetFileName(member), member));
        var manifest = new ReleaseManifest(Pack, ReleaseVersion.Parse(version), "0.1.0", ReleaseManifest.FrameworkDependent("linux-x64"), "10.0.401", Made, "none", ["en"], [.. names]);
        using (var output = File.Create(countersigned ? $"{file}.plain" : file))
        {
            ReleaseWriter.Write(output, manifest, members, Key.Value);
        }

        if (countersigned)
        {
            using var plain = Release.Open($"{file}.plain", new(ReleaseTrust.Load(Roots)), TimeProvider.System);
            using var output = File.Create(file);
            plain.Countersign(output, Officer.Value);
        }

        File.Delete($"{file}.plain");
        return file;
    }

    private void WritePack(string kind, string version)
    {
        var source = Path.Combine(TestFolder.RepositoryRoot, "tests/Testing/packs", Pack);
        var files = Below(source, $"{Pack}/");
        var head = Path.Combine(folder, "pack.yaml");
        File.WriteAllText(head, File.ReadAllText(files[$"{Pack}/pack.yaml"]).Replace("version: 1.0.0", $"version: {version}", StringComparison.Ordinal));
        Archive(kind, ReleaseNames.Pack, new(files) { [$"{Pack}/pack.yaml"] = head });
    }

    private void Archive(string kind, string name, Dictionary<string, string> files)
    {
        using var archive = File.Create(Path.Combine(Directory.CreateDirectory(Path.Combine(folder, kind)).FullName, name));
        ReleaseArchive.Pack(archive, files, Made, CompressionLevel.Fastest);
    }

    private static Dictionary<string, string> Below(string source, string prefix) =>
        Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories).ToDictionary(file => prefix + Path.GetRelativePath(source, file), file => file);
}
