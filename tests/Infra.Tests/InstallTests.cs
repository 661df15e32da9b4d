using System.Text.RegularExpressions;
using Platform.Testing;

namespace Platform.Infra.Tests;

/// <summary>The installer on a folder that stands for a machine.</summary>
public sealed partial class InstallTests : IDisposable
{
    private const string Url = "https://portal.example";
    private const string Postgres = "etc/postgresql/15/main";
    private readonly TestFolder root = new();

    public InstallTests() => Directory.CreateDirectory(root["etc"]);

    [Fact]
    public async Task Run_again_it_changes_nothing()
    {
        Need();
        var first = await InstallAsync("--database", "sqlite", "--pack", "e-demo");
        var before = Snapshot();
        var second = await InstallAsync("--database", "sqlite", "--pack", "e-demo");

        Assert.Matches(@"\n[1-9][0-9]* changes\n", first);
        Assert.Contains("\n0 changes\n", second, StringComparison.Ordinal);
        Assert.Equal(before, Snapshot());
    }

    [Fact]
    public async Task Another_word_changes_only_what_it_is_about()
    {
        Need();
        await InstallAsync("--database", "sqlite");

        var output = await InstallAsync("--database", "sqlite", "--options", "--clamd 127.0.0.1:3310");

        Assert.Equal(["+ /etc/egov/demo.env", "+ /etc/egov/demo.words"], output.Split('\n').Where(line => line.StartsWith("+ ", StringComparison.Ordinal)));
        Assert.Contains("EGOV_OPTIONS=--clamd 127.0.0.1:3310\n", await File.ReadAllTextAsync(root["etc/egov/demo.env"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_prints_all_that_a_run_writes_and_writes_nothing()
    {
        Need();
        var dry = await InstallAsync("--database", "sqlite", "--dry-run");
        Assert.Empty(Directory.EnumerateFileSystemEntries(root["etc"]));

        var wet = await InstallAsync("--database", "sqlite");

        Assert.Equal(Written(wet), Written(dry));
        Assert.Contains("    ssl_session_tickets off;", dry, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_belongs_to_the_instance_alone()
    {
        Need();
        await InstallAsync("--database", "sqlite");

        Assert.Equal("700\n600\n", await Tool.DoAsync("stat", "-c", "%a", root["srv/egov/demo/data"], root["etc/egov/demo.env"]));
        Assert.Contains("egov-demo:", await File.ReadAllTextAsync(root["etc/passwd"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_three_machines_each_gets_its_part()
    {
        Need();
        string[] words = ["demo", "--public-url", Url, "--root", root.Path];

        var web = await Tool.DoAsync(Tool.Infra("systemd/install.sh"), [.. words, "--roles", "web", "--apps", "10.0.0.11:5100,10.0.0.12:5100"]);
        Assert.DoesNotContain("/etc/systemd", web, StringComparison.Ordinal);
        var site = await File.ReadAllTextAsync(root["etc/nginx/sites-available/egov-demo"]);
        Assert.Contains("server 10.0.0.12:5101 backup fail_timeout=2s;", site, StringComparison.Ordinal);

        var app = await Tool.DoAsync(Tool.Infra("systemd/install.sh"), [.. words, "--roles", "app", "--listen", "10.0.0.11", "--proxies", "10.0.0.10", "--peers", "10.0.0.21",
            "--database", "Host=10.0.0.21;Username=egov-demo;Database=egov-demo;Passfile=/etc/egov/demo.pgpass", "--keys-database", "Host=10.0.0.21;Username=egov-demo;Database=egov-demo-keys;Passfile=/etc/egov/demo.pgpass"]);
        Assert.DoesNotContain("/etc/nginx", app, StringComparison.Ordinal);
        Assert.EndsWith("\nIPAddressAllow=10.0.0.21\n", await File.ReadAllTextAsync(Unit("egov@demo.service")), StringComparison.Ordinal);
        Assert.DoesNotContain("10.0.0.21", await File.ReadAllTextAsync(Unit("egov-drill@demo.service")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_are_taken_back_leave_nothing()
    {
        Need();
        await LayPostgresAsync();
        await InstallAsync();
        var before = Contents();

        await InstallAsync("--peers", "10.0.0.21", "--clients", "10.0.0.11/32");
        Assert.Contains("hostssl egov-demo,egov-demo-keys egov-demo 10.0.0.11/32", await File.ReadAllTextAsync(root[$"{Postgres}/pg_hba.conf"]), StringComparison.Ordinal);
        Assert.Contains("listen_addresses = '*'", await File.ReadAllTextAsync(root[$"{Postgres}/conf.d/egov-demo.conf"]), StringComparison.Ordinal);
        await InstallAsync();

        Assert.Equal(before, Contents());
    }

    [Fact]
    public async Task A_release_changes_the_files_of_its_own_instance_only_and_never_the_server_that_all_share()
    {
        Need();
        await LayPostgresAsync();
        await InstallAsync();
        await Tool.DoAsync(Tool.Infra("systemd/install.sh"), "other", "--public-url", "https://other.example", "--root", root.Path, "--port", "5110");
        var before = Contents();

        await Tool.DoAsync(Later(), "demo", "--public-url", Url, "--root", root.Path);

        var after = Contents();
        Assert.Equal(before.Keys, after.Keys);
        var changed = after.Where(file => before[file.Key] != file.Value).Select(file => file.Key).ToList();
        Assert.Contains("etc/systemd/system/egov@demo.service", changed);
        Assert.All(changed, file => Assert.Matches("/egov(-demo|.*@demo\\..*)$", file));
    }

    [Fact]
    public async Task No_instance_has_the_name_of_the_key_store_of_another()
    {
        var (code, output) = await Tool.RunAsync(Tool.Infra("systemd/install.sh"), "demo-keys", "--public-url", Url, "--dry-run");

        Assert.Equal(2, code);
        Assert.Contains("key store of 'demo'", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host=db;Password=x")]
    [InlineData("Host=db;PWD =x")]
    public async Task All_mistakes_are_told_at_once(string database)
    {
        var (code, output) = await Tool.RunAsync(Tool.Infra("systemd/install.sh"), "Demo", "--public-url", "http://portal", "--port", "80", "--roles", "app,mail", "--database", database);

        Assert.Equal(2, code);
        Assert.Equal(6, output.Trim().Split('\n').Length);
        Assert.Contains("Passfile=", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_explains_itself() =>
        Assert.Contains("Examples:", await Tool.DoAsync(Tool.Infra("systemd/install.sh"), "--help"), StringComparison.Ordinal);

    public void Dispose() => root.Dispose();

    private static void Need() => Tool.Need(root: true, "systemd-sysusers", "systemd-tmpfiles", "systemctl");

    private Task<string> InstallAsync(params string[] words) =>
        Tool.DoAsync(Tool.Infra("systemd/install.sh"), ["demo", "--public-url", Url, "--root", root.Path, .. words]);

    private string Unit(string name) => root[$"etc/systemd/system/{name}"];

    /// <summary>What Debian has of PostgreSQL.</summary>
    private async Task LayPostgresAsync()
    {
        Directory.CreateDirectory(root["usr/lib/postgresql/15"]);
        Directory.CreateDirectory(root[$"{Postgres}/conf.d"]);
        await File.WriteAllTextAsync(root[$"{Postgres}/pg_hba.conf"], "local all all peer\n");
        await Tool.DoAsync("chmod", "640", root[$"{Postgres}/pg_hba.conf"]);
    }

    /// <summary>The installer of a release whose units, scripts and settings of PostgreSQL are others.</summary>
    private string Later()
    {
        var later = new DirectoryInfo(root["later"]);
        foreach (var file in Directory.EnumerateFiles(Tool.Infra("systemd"), "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(later.FullName, Path.GetRelativePath(Tool.Infra("systemd"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
            if (Path.GetExtension(file) is ".service" or ".timer" or ".conf" or "")
            {
                File.AppendAllText(copy, "# later\n");
            }
        }

        return Path.Combine(later.FullName, "install.sh");
    }

    private SortedDictionary<string, string> Contents() => new(
        Directory.EnumerateFiles(root["etc"], "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(root.Path, file), file => new FileInfo(file).LinkTarget ?? File.ReadAllText(file)), StringComparer.Ordinal);

    private static List<string> Written(string output) => [.. Change().Matches(output).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal)];

    private List<string> Snapshot() =>
        [.. Directory.EnumerateFiles(root.Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file => $"{file} {File.GetLastWriteTimeUtc(file):O}")];

    [GeneratedRegex(@"^\+ (\S+)", RegexOptions.Multiline)]
    private static partial Regex Change();
}
