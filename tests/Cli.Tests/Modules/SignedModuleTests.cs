using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Time.Testing;
using Platform.Cli.Tests.Conformance;
using Platform.Core.Modules.External;
using Platform.Core.Releases;
using Platform.Host;
using Platform.Testing;

namespace Platform.Cli.Tests.Modules;

/// <summary>A module in a signed release: the host takes it where its signature holds and its settings list it.</summary>
public sealed class SignedModuleTests : IDisposable
{
    private const string Module = "Platform.Modules.Sample.dll";

    private static readonly DateTimeOffset Made = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Lazy<X509Certificate2> Root = new(() => ReleaseKeys.CreateRoot("A ministry, root", 20, Made));
    private static readonly Lazy<X509Certificate2> Key = new(() => ReleaseKeys.Issue(Root.Value, "A ministry, releases", 20, Made));

    private readonly TestFolder folder = new();

    private string File => folder["e-test-1.0.0.egov"];

    private string Roots => folder["roots.pem"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Signed_and_listed_it_runs()
    {
        Write();
        await using var platform = await StartAsync("--modules", Module);
        using var client = await platform.ClientAsync(await platform.OfficialAsync("official", "office"));

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/en/desk/sample")).StatusCode);
    }

    [Fact]
    public void Not_listed_it_is_not_there()
    {
        Write();

        // The pack names a section that no module owns then.
        Assert.DoesNotContain(Built(), m => m == "sample");
    }

    [Fact]
    public void A_changed_byte_is_refused()
    {
        Write();
        var bytes = System.IO.File.ReadAllBytes(File);
        bytes[bytes.Length / 2] ^= 1;
        System.IO.File.WriteAllBytes(File, bytes);

        Assert.Throws<ReleaseRefusedException>(() => Built("--modules", Module));
    }

    [Fact]
    public void Somebody_elses_signature_is_refused()
    {
        Write();
        using var other = ReleaseKeys.CreateRoot("Somebody else, root", 20, Made);
        System.IO.File.WriteAllText(Roots, other.ExportCertificatePem());

        Assert.Throws<ReleaseRefusedException>(() => Built("--modules", Module));
    }

    [Fact]
    public void What_the_release_does_not_hold_is_refused()
    {
        Write();

        Assert.Contains("it holds Platform.Modules.Sample.dll", Assert.Throws<ModuleException>(() => Built("--modules", "Acme.Permits.dll")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Production_demands_the_countersignature_of_its_country_before_it_opens_anything()
    {
        Write();
        System.IO.File.WriteAllText(File, "not even a release");

        var refused = Assert.Throws<StartException>(() => Built("--modules", Module, "--environment", "Production", "--public-url", "https://portal.example"));

        Assert.Contains("--release-country", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Production_loads_what_its_country_has_countersigned_and_keeps_it_after_its_keys_have_expired()
    {
        using var country = ReleaseKeys.CreateRoot("Another ministry, root", 20, Made.AddYears(-1));
        using var over = ReleaseKeys.Issue(country, "Officer until summer", 1, Made.AddMonths(-7));
        System.IO.File.WriteAllText(folder["country.pem"], country.ExportCertificatePem());
        Write();
        Countersign(over);
        string[] production = ["--modules", Module, "--environment", "Production", "--public-url", "https://portal.example", "--release-country", folder["country.pem"]];
        Assert.Contains("was not valid", Assert.Throws<ReleaseRefusedException>(() => Built(production)).Message, StringComparison.Ordinal);

        var then = new FakeTimeProvider(Made.AddDays(1));
        using (var release = Release.Open(File, new(ReleaseTrust.Load(Roots)) { Country = ReleaseTrust.Load(folder["country.pem"]) }, then))
        {
            System.IO.File.WriteAllText(folder["accepted"], ReleaseAcceptance.Of(release, then).ToString());
        }

        Assert.Contains("sample", Built([.. production, "--release-accepted", folder["accepted"]]));
    }

    [Fact]
    public async Task Without_a_release_the_host_says_in_a_sentence_what_is_missing()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Platform.Host.dll");
        using var host = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("dotnet", [program, "--environment", "Development", "--data", folder["data"], "--pack", Pack, "--modules", Module]) { RedirectStandardError = true })!;
        var said = await host.StandardError.ReadToEndAsync();
        await host.WaitForExitAsync();

        Assert.Equal(1, host.ExitCode);
        Assert.Contains("--release-trust", said, StringComparison.Ordinal);
        Assert.Single(said.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Pack => Path.Combine(TestFolder.RepositoryRoot, "templates/module/Sample.Tests/sample-register");

    private Task<TestPlatform> StartAsync(params string[] args) => TestPlatform.StartAsync(DatabaseKind.Sqlite, Pack, [], ["--release", File, "--release-trust", Roots, .. args]);

    /// <returns>Names of the modules of a host with these settings.</returns>
    private IReadOnlyList<string> Built(params string[] args)
    {
        var app = PlatformHost.Build(["--environment", "Development", "--data", folder["data"], "--pack", Pack, "--release", File, "--release-trust", Roots, .. args]);
        return [.. ((Core.Modules.ModuleCatalog)app.Services.GetService(typeof(Core.Modules.ModuleCatalog))!).Modules.Select(m => m.Name)];
    }

    private void Countersign(X509Certificate2 officer)
    {
        using var plain = Release.Open(File, new(ReleaseTrust.Load(Roots)), TimeProvider.System);
        using (var signed = System.IO.File.Create(File + ".new"))
        {
            plain.Countersign(signed, officer);
        }

        System.IO.File.Move(File + ".new", File, overwrite: true);
    }

    private void Write()
    {
        System.IO.File.WriteAllText(Roots, Root.Value.ExportCertificatePem());
        using (var archive = System.IO.File.Create(folder[ReleaseNames.Modules]))
        {
            ReleaseArchive.Pack(archive, [KeyValuePair.Create(Module, ConformanceTests.Sample)], Made);
        }

        var manifest = new ReleaseManifest(
            "e-test", ReleaseVersion.Parse("1.0.0"), "0.1.0", ReleaseManifest.SelfContained("linux-x64"), "10.0.401", Made, "none", ["en"],
            [ReleaseWriter.Describe(ReleaseNames.Modules, folder[ReleaseNames.Modules])]);
        using var file = System.IO.File.Create(File);
        ReleaseWriter.Write(file, manifest, folder.Path, Key.Value);
    }
}
