using System.CommandLine;
using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Platform.Cli.Tests.Conformance;
using Platform.Core.Releases;
using Platform.Testing;

namespace Platform.Cli.Tests.Modules;

/// <summary>An instance whose pack uses a module from outside, looked after by every command that reads packs or tables.</summary>
public sealed class OutsideModuleOptionsTests : IDisposable
{
    private const string Module = "Platform.Modules.Sample.dll";
    private static readonly string Pack = Path.Combine(TestFolder.RepositoryRoot, "templates/module/Sample.Tests/sample-register");

    private readonly TestFolder folder = new();

    private string[] Words => ["--modules", Module, "--release", folder["e-test.egov"], "--release-trust", folder["roots.pem"]];

    public OutsideModuleOptionsTests()
    {
        var made = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using X509Certificate2 root = ReleaseKeys.CreateRoot("A ministry, root", 20, made), key = ReleaseKeys.Issue(root, "A ministry, releases", 20, made);
        File.WriteAllText(folder["roots.pem"], root.ExportCertificatePem());
        using (var archive = File.Create(folder[ReleaseNames.Modules]))
        {
            ReleaseArchive.Pack(archive, [KeyValuePair.Create(Module, ConformanceTests.Sample)], made);
        }

        var manifest = new ReleaseManifest(
            "e-test", ReleaseVersion.Parse("1.0.0"), "0.1.0", ReleaseManifest.SelfContained("linux-x64"), "10.0.401", made, "none", ["en"],
            [ReleaseWriter.Describe(ReleaseNames.Modules, folder[ReleaseNames.Modules])]);
        using var file = File.Create(folder["e-test.egov"]);
        ReleaseWriter.Write(file, manifest, folder.Path, key);
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_pack_that_uses_it_is_read_where_it_is_named()
    {
        var (without, said) = await RunAsync("check", Pack);
        Assert.Equal(1, without);
        Assert.Contains("sample", said, StringComparison.Ordinal);

        Assert.Equal(0, (await RunAsync(["check", Pack, .. Words])).Code);
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var data = database.Folder;
        Assert.Equal(0, (await RunAsync(["pack", "activate", Pack, "--data", data, "--demonstration", .. Words])).Code);
        Assert.Equal(1, (await RunAsync("pack", "use", "1", "--data", data, "--demonstration")).Code);
        Assert.Equal(0, (await RunAsync(["pack", "use", "1", "--data", data, "--demonstration", .. Words])).Code);
    }

    [Fact]
    public async Task Its_instance_is_examined_and_taken_out_with_it()
    {
        await using var platform = await TestPlatform.StartAsync(DatabaseKind.Sqlite, Pack, [], Words);
        string[] place = ["--data", platform.Folder];

        Assert.Equal("fail", await DoctorAsync(place));
        Assert.Equal("ok", await DoctorAsync([.. place, .. Words]));
        Assert.Equal(1, (await RunAsync(["dossier", "--out", folder["dossier"], .. place])).Code);
        Assert.Equal(0, (await RunAsync(["dossier", "--out", folder["dossier"], .. place, .. Words])).Code);
        Assert.Contains("sample_entry 0  (of a module", (await RunAsync(["data", "export", "--out", folder["without"], .. place])).Said, StringComparison.Ordinal);
        Assert.DoesNotContain("(of a module", (await RunAsync(["data", "export", "--out", folder["with"], .. place, .. Words])).Said, StringComparison.Ordinal);
    }

    // In a unit: the host's words as they are, which hold others too, with files as its folder of programs sees them.
    [Fact]
    public async Task In_a_unit_it_is_taken_from_the_words_of_the_host()
    {
        string Seen(string file) => Path.GetRelativePath(AppContext.BaseDirectory, folder[file]);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "egov.dll"), "check", Pack]) { RedirectStandardOutput = true, WorkingDirectory = folder.Path };
        start.Environment["EGOV_OPTIONS"] = $"--clamd 127.0.0.1:3310 --modules {Module} --release \"{Seen("e-test.egov")}\" --release-trust {Seen("roots.pem")}";

        using var egov = Process.Start(start)!;
        var said = await egov.StandardOutput.ReadToEndAsync();
        await egov.WaitForExitAsync();

        Assert.True(egov.ExitCode == 0, said);
    }

    [Fact]
    public async Task What_cannot_be_trusted_is_not_loaded()
    {
        using var other = ReleaseKeys.CreateRoot("Somebody else, root", 20, TimeProvider.System.GetUtcNow());
        await File.WriteAllTextAsync(folder["roots.pem"], other.ExportCertificatePem());

        await Assert.ThrowsAsync<IOException>(() => RunAsync(["check", Pack, .. Words]));
    }

    private static async Task<string> DoctorAsync(string[] place) =>
        JsonNode.Parse((await RunAsync(["doctor", "--json", .. place])).Said)!.AsArray().Single(finding => finding!["check"]!.ToString() == "pack")!["level"]!.ToString();

    private static async Task<(int Code, string Said)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        var code = await EgovCommand.Create().Parse(args).InvokeAsync(new InvocationConfiguration { Output = output, Error = output, EnableDefaultExceptionHandler = false });
        return (code, output.ToString());
    }
}
