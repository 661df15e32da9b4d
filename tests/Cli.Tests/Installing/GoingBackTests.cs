using System.CommandLine;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Time.Testing;
using Platform.Cli.Installing;
using Platform.Core.Releases;
using Platform.Testing;

namespace Platform.Cli.Tests.Installing;

/// <summary><c>egov upgrade --allow-rollback</c> to a release whose keys have expired meanwhile, as far as it goes without a machine.</summary>
public sealed class GoingBackTests : IDisposable
{
    private static readonly DateTimeOffset Made = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly FakeTimeProvider Then = new(Made.AddDays(1));

    private readonly TestFolder folder = new();
    private readonly X509Certificate2 root = ReleaseKeys.CreateRoot("A ministry, root", 20, Made);
    private readonly X509Certificate2 releaser;
    private readonly X509Certificate2 own = ReleaseKeys.CreateRoot("This country, root", 20, Made);
    private readonly X509Certificate2 officer;
    private readonly Instance instance;
    private readonly Trust trust;

    public GoingBackTests()
    {
        releaser = ReleaseKeys.Issue(root, "A ministry, releases of 2025", 1, Made);
        officer = ReleaseKeys.Issue(own, "This country, officer of 2025", 1, Made);
        trust = new(root.ExportCertificatePem(), own.ExportCertificatePem(), null);
        instance = new(folder["srv"], "demo");
        instance.Trust.Put(trust);
        instance.Trust.Confirm();
        Write("1.0.0");
        Lay("1.1.0");
        Directory.CreateSymbolicLink(Path.Combine(instance.Home, "current"), "releases/1.1.0");
    }

    public void Dispose()
    {
        folder.Dispose();
        Array.ForEach([root, releaser, own, officer], key => key.Dispose());
    }

    // What comes after it was verified needs a machine.
    [Theory]
    [InlineData(false, "releases of 2025", "to 2026-01-01. A time stamp from within that time would make the release good, or that it was accepted here within it.")]
    [InlineData(true, "Note: a key has expired since it was accepted here on 2025-01-02", "demo.words is not there")]
    public async Task One_that_was_here_passes_and_another_is_refused_with_what_would_make_it_good(bool wasHere, params string[] told)
    {
        if (wasHere)
        {
            Lay("1.0.0");
        }

        var said = await BackAsync();

        Assert.All(told, words => Assert.Contains(words, said, StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_that_was_here_is_refused_once_a_key_of_it_was_revoked()
    {
        Lay("1.0.0");
        await File.WriteAllTextAsync(folder["newer.pem"], trust.Country + "\n" + ReleaseKeys.Revoke(own, null, [officer], Made, TimeSpan.FromDays(9999)));

        Assert.Contains("officer of 2025\" has been revoked", await BackAsync("--country", folder["newer.pem"]), StringComparison.Ordinal);
    }

    private async Task<string> BackAsync(params string[] words)
    {
        using var said = new StringWriter();
        var command = EgovCommand.Create().Parse(["upgrade", FileOf("1.0.0"), "--dir", instance.Folder, "--allow-rollback", "--dry-run", .. words]);
        var code = await command.InvokeAsync(new InvocationConfiguration { Output = said, Error = said });
        Assert.True(code == 1, said.ToString());
        return said.ToString();
    }

    private string FileOf(string version) => folder[$"e-test-{version}.egov"];

    private void Lay(string version)
    {
        Write(version);
        using var release = Release.Open(FileOf(version), trust.Policy(installed: null, allowRollback: false, uncountersigned: false, accepted: []), Then);
        var into = Directory.CreateDirectory(instance.Release(release.Manifest.Version)).FullName;
        File.WriteAllBytes(instance.Manifest(release.Manifest.Version), release.Manifest.ToBytes());
        new KeptRelease(release, FileOf(version), into, instance.Trust, trust).Lay(into, Then);
    }

    private void Write(string version)
    {
        Directory.CreateDirectory(folder["members"]);
        File.WriteAllText(folder["members/notes.txt"], version);
        var manifest = new ReleaseManifest(
            "e-test", ReleaseVersion.Parse(version), "0.1.0", ReleaseManifest.SelfContained("linux-x64"), "10.0.401", Made, "none", ["en"], [ReleaseWriter.Describe("notes.txt", folder["members/notes.txt"])]);
        using (var plain = File.Create(folder["plain.egov"]))
        {
            ReleaseWriter.Write(plain, manifest, folder["members"], releaser);
        }

        using var release = Release.Open(folder["plain.egov"], new(ReleaseTrust.Parse(trust.Roots)), Then);
        using var output = File.Create(FileOf(version));
        release.Countersign(output, officer);
    }
}
