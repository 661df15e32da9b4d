using System.IO.Compression;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Platform.Core.Releases;
using Platform.Testing;

namespace Platform.Infra.Tests.Machines;

/// <summary>Signed releases of what was built just now.</summary>
/// <param name="folder">Where they and the files of roots lie.</param>
internal sealed class TestReleases(string folder)
{
    public const string Pack = "one-question";
    public const string Module = "Platform.Modules.Sample.dll";

    /// <summary>What was built.</summary>
    public const string Whole = "whole";

    /// <summary>Its host ends at once.</summary>
    public const string Broken = "broken-host";

    /// <summary>Its programs and its pack have a key that what was built does not know.</summary>
    public const string Newer = "newer";

    /// <summary>As the newer one; and its unit starts something else than the release's program, which serves all the same.</summary>
    public const string Strange = "strange";

    private const string OldKey = "personal-data";
    private const string NewKey = "personal-info";
    private const string Core = "Platform.Core.dll";
    private const string Unit = "infra/systemd/units/egov@.service";
    private const string Service = $"{Pack}/services/note.yaml";

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
        var programs = Below(Path.Combine(TestFolder.RepositoryRoot, "tools/Cli/bin/Debug/net10.0"), "");
        Archive(Whole, ReleaseNames.Binaries, programs);
        Archive(Broken, ReleaseNames.Binaries, new(programs) { ["Platform.Host"] = BrokenHost() });
        Archive(Newer, ReleaseNames.Binaries, new(programs) { [Core] = NewerCore(programs[Core]) });
        Directory.CreateDirectory(Path.Combine(folder, Strange));
        File.Copy(Path.Combine(folder, Newer, ReleaseNames.Binaries), Path.Combine(folder, Strange, ReleaseNames.Binaries));
        var infra = Below(Path.Combine(TestFolder.RepositoryRoot, "infra/systemd"), "infra/systemd/");
        foreach (var kind in new[] { Whole, Broken, Newer, Strange })
        {
            Archive(kind, ReleaseNames.Infra, kind == Strange ? new(infra) { [Unit] = StrangeUnit(infra[Unit]) } : infra);
            Archive(kind, ReleaseNames.Modules, new() { [Module] = Path.Combine(TestFolder.RepositoryRoot, "templates/module/Sample/bin/Debug/net10.0", Module) });
        }
    }

    /// <summary>A release, countersigned, with its version in the pack.</summary>
    public string Write(string version, string kind = Whole, bool countersigned = true)
    {
        var members = Path.Combine(folder, kind);
        WritePack(kind, version);
        var file = Path.Combine(folder, $"{Pack}-{version}-{kind}.egov");
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
        var service = Path.Combine(folder, "note.yaml");
        File.WriteAllText(service, File.ReadAllText(files[Service]) + (kind is Newer or Strange ? $"\n{NewKey}: []\n" : ""));
        Archive(kind, ReleaseNames.Pack, new(files) { [$"{Pack}/pack.yaml"] = head, [Service] = service });
    }

    // A copy of a script that may be executed may be executed too.
    private string BrokenHost()
    {
        var host = Path.Combine(folder, "broken");
        File.Copy(Path.Combine(TestFolder.RepositoryRoot, "infra/systemd/scripts/egov-ready"), host);
        File.WriteAllText(host, "#!/bin/sh\necho This release does not start. >&2\nexit 1\n");
        return host;
    }

    // The same program but for the name of one key of services.
    private string NewerCore(string core)
    {
        var code = File.ReadAllBytes(core);
        var (old, changed, places) = (Encoding.Unicode.GetBytes(OldKey), Encoding.Unicode.GetBytes(NewKey), 0);
        for (var at = code.AsSpan().IndexOf(old); at >= 0; at = code.AsSpan().IndexOf(old))
        {
            changed.CopyTo(code, at);
            places++;
        }

        Assert.NotEqual(0, places);
        var newer = Path.Combine(folder, Core);
        File.WriteAllBytes(newer, code);
        return newer;
    }

    private string StrangeUnit(string unit)
    {
        const string Start = "ExecStart=/srv/egov/%i/current/binaries/Platform.Host ";
        var strange = Path.Combine(folder, "egov@.service");
        var text = File.ReadAllText(unit);
        Assert.Contains(Start, text, StringComparison.Ordinal);
        File.WriteAllText(strange, text.Replace(Start, $"ExecStart={TestMachine.DotnetRoot}/dotnet /srv/egov/%i/current/binaries/Platform.Host.dll ", StringComparison.Ordinal));
        return strange;
    }

    private void Archive(string kind, string name, Dictionary<string, string> files)
    {
        using var archive = File.Create(Path.Combine(Directory.CreateDirectory(Path.Combine(folder, kind)).FullName, name));
        ReleaseArchive.Pack(archive, files, Made, CompressionLevel.Fastest);
    }

    private static Dictionary<string, string> Below(string source, string prefix) =>
        Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories).ToDictionary(file => prefix + Path.GetRelativePath(source, file), file => file);
}
