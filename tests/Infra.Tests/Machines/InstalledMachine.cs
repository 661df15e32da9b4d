using System.Diagnostics;
using Platform.Core.Releases;
using Platform.Testing;

namespace Platform.Infra.Tests.Machines;

/// <summary>A machine on which <c>egov install</c> has installed 1.0.0, and people who use it.</summary>
public sealed class InstalledMachine : IAsyncLifetime
{
    public const string Url = "https://portal.example";
    private const string Egov = "/srv/egov/demo/current/binaries/egov";
    private const string Group = "/run/upgrade.pid";
    private const string Certificate = "/etc/egov/demo.crt";
    private const int TlsPort = 443;

    private TestMachine? machine;
    private int minor;

    public TestMachine Machine => machine!;

    internal TestReleases Releases { get; private set; } = null!;

    /// <summary>What <c>egov install</c> printed.</summary>
    public string Said { get; private set; } = "";

    public static string[] InstallWords(string file, string roots, string country) => ["install", file, "--trust", roots, "--country", country, "--public-url", Url, "--instance", "demo"];

    public async ValueTask InitializeAsync()
    {
        machine = await TestMachine.BootAsync();
        Releases = new(Machine.Files);
        Releases.Prepare();
        await Machine.DoAsync("mkdir", "-p", "/etc/egov");
        await Machine.DoAsync("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=portal.example", "-keyout", "/etc/egov/demo.key", "-out", "/etc/egov/demo.crt");
        // What is built here for tests finds .NET where this machine has it.
        await OptionsAsync("");
        Said = await Machine.DoAsync(Path.Combine(TestFolder.RepositoryRoot, "tools/Cli/bin/Debug/net10.0/egov"), InstallWords(Releases.Write("1.0.0"), Releases.Roots, Releases.Country));
    }

    /// <summary>A number above all that were.</summary>
    public string NextVersion() => $"1.{++minor}.0";

    public string Current => Path.GetFileName(new FileInfo(Machine["/srv/egov/demo/current"]).LinkTarget!);

    /// <summary>The release whose program serves people, whatever links say.</summary>
    public async Task<string> RunningAsync()
    {
        var pid = (await Machine.DoAsync("systemctl", "show", "-P", "MainPID", "egov@demo.service")).Trim();
        return (await Machine.DoAsync("readlink", $"/proc/{pid}/exe")).Split('/')[5];
    }

    public Task<(int Code, string Output)> UpgradeAsync(params IEnumerable<string> words) => Machine.RunAsync(Egov, ["upgrade", .. words]);

    /// <summary>An upgrade that can be killed, in a group of its own.</summary>
    public ProcessStartInfo Upgrade(params IEnumerable<string> words) => Machine.Inside("setsid", ["--wait", "sh", "-c", $"echo $$ >{Group}; exec {Egov} upgrade \"$@\"", "upgrade", .. words]);

    /// <param name="group">With all that it has started.</param>
    public Task KillUpgradeAsync(bool group) => Machine.DoAsync("bash", "-c", $"kill -KILL -- {(group ? "-" : "")}$(cat {Group})");

    public Task<string[]> JournalAsync() => File.ReadAllLinesAsync(Machine["/srv/egov/demo/installed.jsonl"]);

    /// <summary>Settings of the country's own.</summary>
    public Task OptionsAsync(string options) =>
        File.WriteAllTextAsync(Machine["/etc/egov/demo.local.env"], $"DOTNET_ROOT={TestMachine.DotnetRoot}\n{(options.Length == 0 ? "" : $"EGOV_OPTIONS={options}\n")}");

    /// <returns>Rows, columns with | between them.</returns>
    public async Task<string[]> SqlAsync(string sql) => (await Machine.DoAsync("runuser", "-u", "postgres", "--", "psql", "-qAtc", sql, "egov-demo")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public Submitter Person() => new(new Uri(Url), handler => Machine.Reach(handler, TlsPort, Certificate));

    public HttpClient Client()
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        Machine.Reach(handler, TlsPort, Certificate);
        return new(handler) { BaseAddress = new(Url), Timeout = TimeSpan.FromSeconds(20) };
    }

    /// <summary>Cases in the database, with their references.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> CasesAsync()
    {
        var rows = await SqlAsync("select case_id, reference from cases_case where reference is not null");
        return rows.Select(row => row.Split('|')).ToDictionary(row => Guid.Parse(row[0]), row => row[1]);
    }

    public async ValueTask DisposeAsync()
    {
        if (machine is not null)
        {
            await machine.DisposeAsync();
        }
    }
}
