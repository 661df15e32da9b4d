using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Time.Testing;
using Platform.Cli.Installing;
using Platform.Cli.Tests.Conformance;
using Platform.Core.Modules;
using Platform.Core.Releases;
using Platform.Host;
using Platform.Testing;

namespace Platform.Cli.Tests.Installing;

/// <summary>What a host is told of its release by who installs it.</summary>
public sealed class KeptReleaseTests : IDisposable
{
    private const string Module = "Platform.Modules.Sample.dll";
    private const int OfficerYears = 1;

    private static readonly DateTimeOffset Made = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly FakeTimeProvider Then = new(Made.AddDays(1));
    private static readonly string Pack = Path.Combine(TestFolder.RepositoryRoot, "templates/module/Sample.Tests/sample-register");

    private readonly TestFolder folder = new();
    private readonly X509Certificate2 root = ReleaseKeys.CreateRoot("A ministry, root", 20, Made);
    private readonly X509Certificate2 own = ReleaseKeys.CreateRoot("This country, root", 20, Made);
    private readonly X509Certificate2 officer;
    private readonly Trust trust;
    private readonly KeptTrust kept;

    public KeptReleaseTests()
    {
        officer = ReleaseKeys.Issue(own, "This country, officer", OfficerYears, Made);
        trust = new(root.ExportCertificatePem(), own.ExportCertificatePem(), null);
        kept = new(folder["trust"]);
        kept.Put(trust);
        kept.Confirm();
        Directory.CreateDirectory(Laid);
    }

    private string Plain => folder["plain.egov"];

    private string Countersigned => folder["countersigned.egov"];

    private string Laid => folder["releases/1.0.0"];

    public void Dispose()
    {
        folder.Dispose();
        Array.ForEach([root, own, officer], key => key.Dispose());
    }

    [Fact]
    public void By_its_words_a_host_starts_after_the_officers_key_has_expired_but_not_after_it_was_revoked()
    {
        Write();
        Lay(Countersigned, trust);
        string[] words = [.. File.ReadAllText(Path.Combine(Laid, KeptRelease.Settings)).Trim()["EGOV_RELEASE=".Length..].Split(' '), "--modules", Module];
        Assert.Contains("was not valid", Assert.Throws<ReleaseRefusedException>(() => Built([.. words.Where((_, i) => i / 2 != Array.IndexOf(words, "--release-accepted") / 2)])).Message, StringComparison.Ordinal);

        Assert.Contains("sample", Built(words));

        kept.Put(trust with { Country = trust.Country + "\n" + ReleaseKeys.Revoke(own, null, [officer], Made, TimeSpan.FromDays(9999)) });
        Assert.Contains("has been revoked", Assert.Throws<ReleaseRefusedException>(() => Built(words)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_release_with_a_signature_more_comes_in_the_place_of_the_one_without()
    {
        Write();
        Lay(Plain, trust with { Country = null });
        Assert.DoesNotContain("--release-country", File.ReadAllText(Path.Combine(Laid, KeptRelease.Settings)), StringComparison.Ordinal);

        Lay(Countersigned, trust);

        Assert.Equal(File.ReadAllBytes(Countersigned), File.ReadAllBytes(Path.Combine(Laid, KeptRelease.Name)));
        Assert.Contains("--release-country", File.ReadAllText(Path.Combine(Laid, KeptRelease.Settings)), StringComparison.Ordinal);
    }

    private void Lay(string file, Trust by)
    {
        using var release = Release.Open(file, by.Policy(installed: null, allowRollback: false, uncountersigned: false, accepted: []), Then);
        new KeptRelease(release, file, Laid, kept, by).Lay(Laid, Then);
    }

    /// <returns>Names of the modules of a host in Production with these words.</returns>
    private IReadOnlyList<string> Built(string[] words)
    {
        var app = PlatformHost.Build(["--environment", "Production", "--public-url", "https://portal.example", "--data", folder["data"], "--pack", Pack, .. words]);
        return [.. ((ModuleCatalog)app.Services.GetService(typeof(ModuleCatalog))!).Modules.Select(m => m.Name)];
    }

    private void Write()
    {
        using (var archive = File.Create(folder[ReleaseNames.Modules]))
        {
            ReleaseArchive.Pack(archive, [KeyValuePair.Create(Module, ConformanceTests.Sample)], Made);
        }

        var manifest = new ReleaseManifest(
            "e-test", ReleaseVersion.Parse("1.0.0"), "0.1.0", ReleaseManifest.SelfContained("linux-x64"), "10.0.401", Made, "none", ["en"],
            [ReleaseWriter.Describe(ReleaseNames.Modules, folder[ReleaseNames.Modules])]);
        using (var file = File.Create(Plain))
        using (var key = ReleaseKeys.Issue(root, "A ministry, releases", 20, Made))
        {
            ReleaseWriter.Write(file, manifest, folder.Path, key);
        }

        using var plain = Release.Open(Plain, new(ReleaseTrust.Parse(trust.Roots)), Then);
        using var output = File.Create(Countersigned);
        plain.Countersign(output, officer);
    }
}
