using System.CommandLine;
using System.Text.Json;
using Platform.Core.Releases;
using Platform.Testing;

namespace Platform.Cli.Tests.Releases;

/// <summary>The commands one after another, as two ministries type them.</summary>
public sealed class ReleaseCommandTests : IDisposable
{
    private readonly TestFolder folder = new();

    public ReleaseCommandTests()
    {
        File.WriteAllText(folder["passphrase"], "correct horse\n");
        Run("keys", "root", "--name", "Exporter, root", "--dir", folder["keys"]);
        Run("keys", "issue", "--name", "Exporter", "--dir", folder["keys"], "--out", folder["exporter.pem"]);
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Two_builds_in_different_folders_are_the_same_bytes_and_can_be_built_again()
    {
        Build("first/repository", "first.egov");
        Build("second", "second.egov");

        Assert.Equal(File.ReadAllBytes(folder["first.egov"]), File.ReadAllBytes(folder["second.egov"]));
        Assert.Contains("Good: every byte", Verify("first.egov"), StringComparison.Ordinal);
        EveryFileIsInTheBill();
        Assert.Contains("files are the same", Run("rebuild", folder["first.egov"], "--trust", folder["keys/ca.pem"]), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_committed_is_taken_only_on_request_and_then_told()
    {
        var repository = new SmallRepository(Directory.CreateDirectory(folder["repository"]).FullName);
        repository.Write("tools/Cli/Program.cs", "System.Console.WriteLine(\"changed\");\n");

        Assert.Contains("Not everything is committed", Run(1, "build", folder["repository/templates/packs/starter"], "--root", folder["repository"], "--key", folder["exporter.pem"]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_receiving_country_lets_a_release_in()
    {
        Write("small.egov");
        Run("keys", "root", "--name", "Receiver, root", "--dir", folder["own"]);
        Run("keys", "issue", "--name", "Officer", "--dir", folder["own"], "--out", folder["officer.pem"]);
        Assert.Contains("countersigned", Run(1, "verify", folder["small.egov"], "--trust", folder["keys/ca.pem"], "--country", folder["own/ca.pem"]), StringComparison.Ordinal);

        Run("countersign", folder["small.egov"], "--trust", folder["keys/ca.pem"], "--key", folder["officer.pem"]);

        Assert.Contains("Countersigned by CN=Officer", Run("verify", folder["small.egov"], "--trust", folder["keys/ca.pem"], "--country", folder["own/ca.pem"]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_revoked_key_releases_nothing_any_more()
    {
        Write("small.egov");
        Assert.Contains("Good", Verify("small.egov"), StringComparison.Ordinal);

        Run("keys", "revoke", folder["exporter.pem"], "--dir", folder["keys"]);

        Assert.Contains("has been revoked", Run(1, "verify", folder["small.egov"], "--trust", folder["keys/ca.pem"]), StringComparison.Ordinal);
    }

    private void Build(string name, string release)
    {
        _ = new SmallRepository(Directory.CreateDirectory(folder[name]).FullName);
        Run("build", folder[$"{name}/templates/packs/starter"], "--root", folder[name], "--key", folder["exporter.pem"], "-o", folder[release], "--framework-dependent");
    }

    private void Write(string name)
    {
        Directory.CreateDirectory(folder["members"]);
        File.WriteAllText(folder["members/upgrade.md"], "Nothing changes.\n");
        using var key = Platform.Cli.Releases.Keys.SigningKey.Load(folder["exporter.pem"], "correct horse");
        using var file = File.Create(folder[name]);
        var manifest = new ReleaseManifest("starter", ReleaseVersion.Parse("1.0.0"), "0.1.0", "linux-x64 self-contained", "10.0.401", DateTimeOffset.UnixEpoch, "none", ["en"], [ReleaseWriter.Describe("upgrade.md", folder["members/upgrade.md"])]);
        ReleaseWriter.Write(file, manifest, folder["members"], key);
    }

    private void EveryFileIsInTheBill()
    {
        using var release = Release.Open(folder["first.egov"], new(ReleaseTrust.Load(folder["keys/ca.pem"])), TimeProvider.System);
        using var bill = JsonDocument.Parse(release.Read(ReleaseNames.Sbom));
        var named = bill.RootElement.GetProperty("components").EnumerateArray().Where(c => c.GetProperty("type").GetString() == "file").Select(c => c.GetProperty("name").GetString()!).ToHashSet();
        foreach (var archive in release.Manifest.Members.Where(m => m.Name.EndsWith(".tar.gz", StringComparison.Ordinal)).Select(m => m.Name))
        {
            release.Extract(archive, folder[$"out/{archive[..^".tar.gz".Length]}"]);
        }

        var files = Directory.EnumerateFiles(folder["out"], "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder["out"], f)).Concat(release.Manifest.Members.Select(m => m.Name)).Where(n => n != ReleaseNames.Sbom);
        Assert.Equal([], files.Except(named));
        Assert.Contains("source/tools/Cli/Program.cs", named);
        Assert.Contains("binaries/egov.dll", named);
        Assert.Contains("pack/starter/pack.yaml", named);
    }

    private string Verify(string release) => Run("verify", folder[release], "--trust", folder["keys/ca.pem"]);

    private string Run(params string[] arguments) => Run(0, arguments);

    private string Run(int code, params string[] arguments)
    {
        var said = new StringWriter();
        string[] asked = arguments[0] is "keys" or "build" or "countersign" ? ["--passphrase-file", folder["passphrase"]] : [];
        var result = EgovCommand.Create().Parse(["release", .. arguments, .. asked]).Invoke(new InvocationConfiguration { Output = said, Error = said });
        Assert.True(result == code, said.ToString());
        return said.ToString();
    }
}
