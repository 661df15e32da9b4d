using System.Net;
using Platform.Testing;

namespace Platform.Infra.Tests.Machines;

/// <summary>Two countries on one machine share nothing: data, cookies, keys, caches, texts, units.</summary>
public sealed class TwoInstancesTests(TwoPortals portals) : IClassFixture<TwoPortals>
{
    private const string Laos = TwoPortals.Laos;
    private const string Mongolia = TwoPortals.Mongolia;

    // Of both what the other must not see.
    public static TheoryData<string, string> Either => new() { { Laos, Mongolia }, { Mongolia, Laos } };

    [Theory, MemberData(nameof(Either))]
    public async Task Databases_belong_to_one_account_and_the_other_may_not_enter(string own, string other)
    {
        Assert.Equal(
            [$"egov-{own}|egov-{own}", $"egov-{own}-keys|egov-{own}"],
            await portals.SqlAsync($"select datname, pg_get_userbyid(datdba) from pg_database where datname in ('egov-{own}', 'egov-{own}-keys') order by 1"));

        Assert.Equal((0, "1\n"), await portals.AsAsync(own, "psql", "-h", "/run/postgresql", "-Atc", "select 1", $"egov-{own}"));
        foreach (var database in new[] { $"egov-{other}", $"egov-{other}-keys" })
        {
            var (code, output) = await portals.AsAsync(own, "psql", "-h", "/run/postgresql", "-Atc", "select 1", database);
            Assert.NotEqual(0, code);
            Assert.Contains("permission denied for database", output, StringComparison.Ordinal);
            Assert.Contains("authentication failed", (await portals.AsAsync(own, "psql", "-h", "/run/postgresql", "-U", $"egov-{other}", "-Atc", "select 1", database)).Output, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Either))]
    public async Task Files_can_be_read_by_their_own_account_only(string own, string other)
    {
        string[] secret = ["data", "data/keys/instance.key"];
        string[] Places(string instance) => [.. secret.Select(file => $"/srv/egov/{instance}/{file}"), $"/var/backups/egov/{instance}"];

        foreach (var (mine, theirs) in Places(own).Zip(Places(other)))
        {
            Assert.Equal(0, (await portals.AsAsync(own, "test", "-r", mine)).Code);
            Assert.NotEqual(0, (await portals.AsAsync(own, "test", "-r", theirs)).Code);
        }

        Assert.NotEqual(0, (await portals.AsAsync(own, "cat", $"/etc/egov/{other}.env")).Code);
        Assert.NotEqual(0, (await portals.AsAsync(own, "sh", "-c", $"echo >/srv/egov/{other}/x")).Code);
    }

    [Fact]
    public void Each_has_an_instance_key_of_its_own()
    {
        string KeyOf(string instance) => File.ReadAllText(portals.Machine[$"/srv/egov/{instance}/data/keys/instance.key"]).Split(' ')[2];

        Assert.NotEqual(KeyOf(Laos), KeyOf(Mongolia));
    }

    [Theory, MemberData(nameof(Either))]
    public async Task Pages_say_what_their_own_pack_says_also_where_the_other_was_asked_before(string own, string other)
    {
        using var mine = portals.Client(own);
        using var theirs = portals.Client(other);
        for (var round = 0; round < 3; round++)
        {
            Assert.Contains($"Portal of {own}", await mine.GetStringAsync("/en"), StringComparison.Ordinal);
            Assert.DoesNotContain(own, await theirs.GetStringAsync("/en"), StringComparison.Ordinal);
        }

        // By the other's name the process itself does not answer.
        var port = own == Laos ? 5100 : 5110;
        Assert.Equal("400", (await portals.Machine.DoAsync("curl", "-s", "-o", "/dev/null", "-w", "%{http_code}", "-H", $"Host: {other}.example", $"http://127.0.0.1:{port}/en")).Trim());
    }

    [Theory, MemberData(nameof(Either))]
    public async Task Whoever_one_knows_is_nobody_at_the_other(string own, string other)
    {
        var cookies = new CookieContainer();
        using var client = portals.Client(own, cookies);
        var form = new FormClient(client);
        await form.GetAsync("/en/apply/note");
        await form.PostAsync(("without-name", "yes"));
        await form.PostAsync(("note", "The lamp in our street is broken."));
        var sent = cookies.GetCookieHeader(new Uri(TwoPortals.Url(own)));
        Assert.NotEmpty(sent);

        Assert.Equal(HttpStatusCode.OK, await AskAsync(own, form.At, sent));
        Assert.Equal(await AskAsync(other, form.At, ""), await AskAsync(other, form.At, sent));
        Assert.NotEqual(HttpStatusCode.OK, await AskAsync(other, form.At, sent));
        Assert.NotEqual(HttpStatusCode.OK, await AskAsync(own, form.At, ""));
    }

    [Fact]
    public async Task An_upgrade_of_one_changes_no_file_of_the_other_and_stops_nothing_that_it_uses()
    {
        var (files, running) = (await FilesAsync(), await RunningAsync());

        await portals.UpgradeAsync(Laos);

        Assert.EndsWith("/1.1.0", new FileInfo(portals.Machine[$"/srv/egov/{Laos}/current"]).LinkTarget, StringComparison.Ordinal);
        Assert.EndsWith("# 1.1.0\n", await File.ReadAllTextAsync(portals.Machine[$"/etc/systemd/system/egov-backup@{Laos}.timer"]), StringComparison.Ordinal);
        Assert.Equal(files, await FilesAsync());
        Assert.Equal(running, await RunningAsync());
        using var client = portals.Client(Mongolia);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/en")).StatusCode);
    }

    [Fact]
    public async Task Nginx_reads_a_certificate_that_comes_after_the_portal()
    {
        Assert.Contains("nobody comes to it yet", portals.WithoutCertificate, StringComparison.Ordinal);

        using var client = portals.Client(Mongolia);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/en")).StatusCode);
    }

    private async Task<HttpStatusCode> AskAsync(string instance, string path, string cookies)
    {
        using var client = portals.Client(instance);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (cookies.Length > 0)
        {
            request.Headers.Add("Cookie", cookies);
        }

        using var response = await client.SendAsync(request);
        return response.StatusCode;
    }

    // All that is not by its name of the one that is upgraded; what the other writes into its data while it runs is its own.
    private Task<string> FilesAsync() => portals.Machine.DoAsync(
        "find", "/etc", "/usr/local", "/srv/egov", "/var/backups", "-path", $"*{Laos}*", "-prune", "-o", "-path", $"/srv/egov/{Mongolia}/data", "-prune", "-o", "(", "-type", "f", "-o", "-type", "l", ")", "-printf", "%p %s %m %U %T@ %l\n");

    private async Task<string> RunningAsync() =>
        await portals.Machine.DoAsync("systemctl", "show", "-P", "MainPID", $"egov@{Mongolia}.service") + string.Join(',', await portals.SqlAsync("select pg_postmaster_start_time()"));
}
