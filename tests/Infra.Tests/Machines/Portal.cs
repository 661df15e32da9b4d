using System.Diagnostics;
using Platform.Testing;

namespace Platform.Infra.Tests.Machines;

/// <summary>An instance on a machine, as its operator has it and as people reach it.</summary>
public sealed class Portal(TestMachine machine, string name)
{
    private const string Group = "/run/egov.pid";
    private const int TlsPort = 443;

    public string Url => $"https://{name}.example";

    public string Home => $"/srv/egov/{name}";

    public string Current => Path.GetFileName(new FileInfo(machine[$"{Home}/current"]).LinkTarget!);

    private string Egov => $"{Home}/current/binaries/egov";

    private string Certificate => $"/etc/egov/{name}.crt";

    /// <summary>What nginx shows to the world.</summary>
    public Task CertifyAsync() =>
        machine.DoAsync("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", $"/CN={name}.example", "-keyout", $"/etc/egov/{name}.key", "-out", Certificate);

    public string[] InstallWords(string file, string roots, string country, params string[] words) =>
        ["install", file, "--trust", roots, "--country", country, "--public-url", Url, "--instance", name, .. words];

    /// <summary>The release whose program serves people, whatever links say.</summary>
    public async Task<string> RunningAsync()
    {
        var pid = (await machine.DoAsync("systemctl", "show", "-P", "MainPID", $"egov@{name}.service")).Trim();
        return (await machine.DoAsync("readlink", $"/proc/{pid}/exe")).Split('/') is ["", "srv", "egov", _, "releases", var release, ..] ? release : "";
    }

    public Task<(int Code, string Output)> UpgradeAsync(string file, params IEnumerable<string> words) => machine.RunAsync(Egov, [.. UpgradeWords(file), .. words]);

    public string[] UpgradeWords(string file) => ["upgrade", file, "--instance", name];

    /// <summary>A command that can be killed, in a group of its own.</summary>
    /// <param name="egov">The program; else the current release's.</param>
    public ProcessStartInfo Command(IEnumerable<string> words, string? egov = null) => machine.Inside("setsid", ["--wait", "sh", "-c", $"echo $$ >{Group}; exec {egov ?? Egov} \"$@\"", "egov", .. words]);

    /// <param name="group">With all that it has started.</param>
    public Task KillAsync(bool group) => machine.DoAsync("bash", "-c", $"kill -KILL -- {(group ? "-" : "")}$(cat {Group})");

    public Task<string[]> JournalAsync() => File.ReadAllLinesAsync(machine[$"{Home}/installed.jsonl"]);

    /// <summary>Settings of the country's own.</summary>
    public Task SettingsAsync(params IEnumerable<string> lines) =>
        // What is built here for tests finds .NET where this machine has it.
        File.WriteAllLinesAsync(machine[$"/etc/egov/{name}.local.env"], [$"DOTNET_ROOT={TestMachine.DotnetRoot}", .. lines]);

    /// <returns>Rows, columns with | between them.</returns>
    public async Task<string[]> SqlAsync(string sql)
    {
        var embedded = $"{Home}/data/platform.db";
        var rows = File.Exists(machine[embedded])
            ? await machine.DoAsync("runuser", "-u", $"egov-{name}", "--", "sqlite3", embedded, ".timeout 20000", sql)
            : await machine.DoAsync("runuser", "-u", "postgres", "--", "psql", "-qAtc", sql, $"egov-{name}");
        return rows.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>The version of the pack that is live.</summary>
    public async Task<string> PackAsync() =>
        (await SqlAsync("select r.version from platform_pack_activation a join platform_pack_release r on r.number = a.number order by a.n desc limit 1")).Single();

    public Submitter Person() => new(new Uri(Url), handler => machine.Reach(handler, TlsPort, Certificate));

    public HttpClient Client()
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        machine.Reach(handler, TlsPort, Certificate);
        return new(handler) { BaseAddress = new(Url), Timeout = TimeSpan.FromSeconds(20) };
    }

    /// <summary>Cases in the database, with their references.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> CasesAsync()
    {
        var rows = await SqlAsync("select case_id, reference from cases_case where reference is not null");
        return rows.Select(row => row.Split('|')).ToDictionary(row => Guid.Parse(row[0]), row => row[1]);
    }
}
