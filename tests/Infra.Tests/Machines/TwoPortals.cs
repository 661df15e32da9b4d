using System.IO.Compression;
using System.Security.Cryptography.X509Certificates;
using Platform.Core.Releases;
using Platform.Testing;

namespace Platform.Infra.Tests.Machines;

/// <summary>One machine on which <c>egov install</c> has installed two countries, each from a release of its own.</summary>
public sealed class TwoPortals : IAsyncLifetime
{
    public const string Laos = "e-laos";
    public const string Mongolia = "e-mongolia";
    private const int TlsPort = 443;

    private static readonly DateTimeOffset Made = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private TestMachine? machine;

    public TestMachine Machine => machine!;

    /// <summary>What <c>egov install</c> said of the second one before it had a certificate.</summary>
    public string WithoutCertificate { get; private set; } = "";

    private string Roots => Path.Combine(Machine.Files, "ministry.pem");

    public static string Url(string instance) => $"https://{instance}.example";

    public async ValueTask InitializeAsync()
    {
        machine = await TestMachine.BootAsync();
        new TestReleases(Machine.Files).Prepare();
        await Machine.DoAsync("mkdir", "-p", "/etc/egov");
        await CertifyAsync(Laos);
        await InstallAsync(Laos, "5100");
        WithoutCertificate = await InstallAsync(Mongolia, "5110");
        await CertifyAsync(Mongolia);
        await InstallAsync(Mongolia, "5110");
    }

    /// <summary>The next release of a country, whose units, scripts and settings of PostgreSQL are others.</summary>
    public Task<string> UpgradeAsync(string instance) =>
        Machine.DoAsync($"/srv/egov/{instance}/current/binaries/egov", "upgrade", Write(instance, "1.1.0"), "--instance", instance, "--without-countersignature");

    /// <param name="cookies">Those of somebody; null: none are sent or kept.</param>
    /// <param name="at">Whose portal is asked, where it is not the one of these cookies.</param>
    public HttpClient Client(string at, System.Net.CookieContainer? cookies = null)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = cookies is not null };
        handler.CookieContainer = cookies ?? handler.CookieContainer;
        Machine.Reach(handler, TlsPort, $"/etc/egov/{at}.crt");
        return new(handler) { BaseAddress = new(Url(at)), Timeout = TimeSpan.FromSeconds(20) };
    }

    /// <returns>Rows, columns with | between them.</returns>
    public async Task<string[]> SqlAsync(string sql) =>
        (await Machine.DoAsync("runuser", "-u", "postgres", "--", "psql", "-qAtc", sql)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What an account gets that asks for something.</summary>
    public Task<(int Code, string Output)> AsAsync(string instance, params string[] command) => Machine.RunAsync("runuser", ["-u", $"egov-{instance}", "--", .. command]);

    public async ValueTask DisposeAsync()
    {
        if (machine is not null)
        {
            await machine.DisposeAsync();
        }
    }

    private async Task CertifyAsync(string instance) => await Machine.DoAsync(
        "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", $"/CN={instance}.example", "-keyout", $"/etc/egov/{instance}.key", "-out", $"/etc/egov/{instance}.crt");

    private async Task<string> InstallAsync(string instance, string port)
    {
        // What is built here for tests finds .NET where this machine has it.
        await File.WriteAllTextAsync(Machine[$"/etc/egov/{instance}.local.env"], $"DOTNET_ROOT={TestMachine.DotnetRoot}\n");
        return await Machine.DoAsync(
            Path.Combine(TestFolder.RepositoryRoot, "tools/Cli/bin/Debug/net10.0/egov"),
            "install", Write(instance, "1.0.0"), "--trust", Roots, "--without-countersignature", "--public-url", Url(instance), "--", "--port", port);
    }

    private string Write(string country, string version)
    {
        var file = Path.Combine(Machine.Files, $"{country}-{version}.egov");
        if (File.Exists(file))
        {
            return file;
        }

        var members = Path.Combine(Machine.Files, $"{country}-{version}");
        Directory.CreateDirectory(members);
        File.CreateSymbolicLink(Path.Combine(members, ReleaseNames.Binaries), Path.Combine(Machine.Files, "whole", ReleaseNames.Binaries));
        Archive(Path.Combine(members, ReleaseNames.Pack), "tests/Testing/packs/one-question", country, text => text
            .Replace("name: one-question", $"name: {country}", StringComparison.Ordinal).Replace("name: One question", $"name: Portal of {country}", StringComparison.Ordinal)
            .Replace("version: 1.0.0", $"version: {version}", StringComparison.Ordinal));
        Archive(Path.Combine(members, ReleaseNames.Infra), "infra/systemd", "infra/systemd", text => version == "1.0.0" ? text : $"{text}# {version}\n");
        var manifest = new ReleaseManifest(
            country, ReleaseVersion.Parse(version), "0.1.0", ReleaseManifest.FrameworkDependent("linux-x64"), "10.0.401", Made, "none", ["en"],
            [.. Directory.EnumerateFiles(members).Order(StringComparer.Ordinal).Select(member => ReleaseWriter.Describe(Path.GetFileName(member), member))]);
        using var output = File.Create(file);
        ReleaseWriter.Write(output, manifest, members, Key.Value);
        File.WriteAllText(Roots, Root.Value.ExportCertificatePem());
        return file;
    }

    private static void Archive(string archive, string folder, string prefix, Func<string, string> change)
    {
        var source = Path.Combine(TestFolder.RepositoryRoot, folder);
        var changed = Directory.CreateTempSubdirectory(Path.GetFileName(archive)).FullName;
        var files = new Dictionary<string, string>();
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(source, file)))
        {
            var copy = files[$"{prefix}/{file}"] = Path.Combine(changed, file.Replace('/', '_'));
            // With its mode.
            File.Copy(Path.Combine(source, file), copy);
            File.WriteAllText(copy, change(File.ReadAllText(copy)));
        }

        using (var output = File.Create(archive))
        {
            ReleaseArchive.Pack(output, files, Made, CompressionLevel.Fastest);
        }

        Directory.Delete(changed, recursive: true);
    }

    private static readonly Lazy<X509Certificate2> Root = new(() => ReleaseKeys.CreateRoot("A ministry, root", 20, Made));
    private static readonly Lazy<X509Certificate2> Key = new(() => ReleaseKeys.Issue(Root.Value, "A ministry, releases", 20, Made));
}
