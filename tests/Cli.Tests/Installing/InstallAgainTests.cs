using System.CommandLine;
using System.Security.Cryptography.X509Certificates;
using Platform.Cli.Installing;
using Platform.Core.Releases;
using Platform.Testing;

namespace Platform.Cli.Tests.Installing;

/// <summary><c>egov install</c> with the words of the first day, where the instance has learnt more since.</summary>
public sealed class InstallAgainTests : IDisposable
{
    private static readonly DateTimeOffset Made = TimeProvider.System.GetUtcNow().AddDays(-2);

    private readonly TestFolder folder = new();
    private readonly X509Certificate2 root = ReleaseKeys.CreateRoot("A ministry, root", 20, Made);
    private readonly X509Certificate2 releaser;
    private readonly string revoked;

    public InstallAgainTests()
    {
        releaser = ReleaseKeys.Issue(root, "A ministry, releases", 5, Made);
        using var other = ReleaseKeys.Issue(root, "A ministry, lost key", 5, Made);
        revoked = $"{root.ExportCertificatePem()}\n{ReleaseKeys.Revoke(root, null, [other], Made.AddDays(1), TimeSpan.FromDays(365))}";
        File.WriteAllText(folder["ca.pem"], root.ExportCertificatePem());
        File.WriteAllText(folder["ca-now.pem"], revoked);
    }

    public void Dispose()
    {
        folder.Dispose();
        Array.ForEach([root, releaser], key => key.Dispose());
    }

    [Theory]
    [InlineData("ca.pem", true)]
    [InlineData("ca-now.pem", false)]
    public async Task An_older_list_of_revoked_keys_takes_the_place_of_none_that_is_known(string trust, bool refused)
    {
        var kept = new Instance(folder["srv"], "demo").Trust;
        kept.Put(new(revoked, null, null));
        kept.Confirm();

        var said = await InstallAsync(Write(), trust);

        Assert.Equal(refused, said.Contains("keys that were revoked since would be believed again", StringComparison.Ordinal));
    }

    private async Task<string> InstallAsync(string file, string trust)
    {
        using var said = new StringWriter();
        var command = EgovCommand.Create().Parse(["install", file, "--trust", folder[trust], "--without-countersignature", "--dir", folder["srv"], "--instance", "demo", "--public-url", "https://portal.example", "--dry-run"]);
        await command.InvokeAsync(new InvocationConfiguration { Output = said, Error = said });
        return said.ToString();
    }

    private string Write()
    {
        Directory.CreateDirectory(folder["members"]);
        File.WriteAllText(folder["members/notes.txt"], "");
        var manifest = new ReleaseManifest(
            "e-test", ReleaseVersion.Parse("1.0.0"), "0.1.0", ReleaseManifest.SelfContained("linux-x64"), "10.0.401", Made, "none", ["en"], [ReleaseWriter.Describe("notes.txt", folder["members/notes.txt"])]);
        using var file = File.Create(folder["e-test-1.0.0.egov"]);
        ReleaseWriter.Write(file, manifest, folder["members"], releaser);
        return file.Name;
    }
}
