using Platform.Cli.Installing;
using Platform.Core.Releases;
using Platform.Testing;

namespace Platform.Cli.Tests.Installing;

/// <summary>What an instance says of itself, in a folder that stands for a machine's.</summary>
public sealed class InstalledTests : IDisposable
{
    private readonly TestFolder folder = new();
    private readonly Instance instance;

    public InstalledTests()
    {
        instance = new(folder.Path, "demo");
        Directory.CreateDirectory(instance.Release(ReleaseVersion.Parse("1.0.0")));
        Directory.CreateSymbolicLink(Path.Combine(instance.Home, "current"), "releases/1.0.0");
    }

    public void Dispose() => folder.Dispose();

    // The pack may be a country's own, e-bhutan on a release of e-laos.
    [Fact]
    public void Which_release_is_installed_its_manifest_says()
    {
        Assert.Contains("tar -xOf FILE MANIFEST", Assert.Throws<InstallException>(() => instance.Installed).Message, StringComparison.Ordinal);

        File.WriteAllBytes(instance.Manifest(instance.Current!), new ReleaseManifest(
            "e-laos", instance.Current!, "0.1.0", ReleaseManifest.SelfContained("linux-x64"), "10.0.401", DateTimeOffset.UnixEpoch, "none", ["lo"], [new(new string('0', 64), 1, "pack.tar.gz")]).ToBytes());

        Assert.Equal("e-laos@1.0.0", instance.Installed?.ToString());
    }

    [Theory]
    [InlineData("1.0.0", "begun")]
    [InlineData("1.0.0", "begun", "switch")]
    [InlineData("1.0.0", "begun", "switch", "failed")]
    [InlineData(null, "begun", "switch", "done")]
    [InlineData(null, "begun", "switch", "failed", "back")]
    public void Where_a_run_ended_before_its_release_served_well_it_is_unfinished(string? from, params string[] steps)
    {
        File.WriteAllLines(instance.Journal, steps.Select(step => $$"""{"at":"2026-11-29T12:00:00Z","command":"upgrade","version":"1.1.0","from":"1.0.0","step":"{{step}}","result":"","signers":[],"certificates":[]}"""));
        File.AppendAllText(instance.Journal, "{\"at\":\"2026-11-2");

        Assert.Equal(from, Journal.Unfinished(instance)?.From);
    }
}
