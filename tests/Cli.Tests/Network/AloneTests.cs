using System.CommandLine;
using System.Diagnostics;
using System.Net;
using Platform.Core.Data;
using Platform.Testing;

namespace Platform.Cli.Tests.Network;

/// <summary>A day of an instance in a few minutes: started by <see cref="NoCallHomeTests"/> where it can reach nobody.</summary>
public sealed class AloneTests : IDisposable
{
    private static readonly string[] Pages = ["/en", "/lo", "/en/services", "/en/search?q=birth", "/en/organizations", "/en/statistics", "/en/verify", "/robots.txt", "/openapi/v1.json", "/api/v1/catalogue/services"];

    private readonly TestFolder folder = new();

    private string Data => folder["data"];

    public void Dispose() => folder.Dispose();

    [Fact(Explicit = true)]
    public async Task An_instance_lives()
    {
        await using (var host = new HostProcess("--data", Data, "--pack", Pack("e-laos"), "--demo"))
        {
            await host.StartAsync();
            await ServeAsync(host.Address);
            await JobsAsync();
        }

        await using (var host = new HostProcess("--data", folder["other"], "--pack", Pack("starter")))
        {
            await host.StartAsync();
            await ComplainAsync(host.Address);
        }

        var locales = Path.Combine(TestFolder.RepositoryRoot, "locales");
        await EgovAsync("check", Pack("e-laos"));
        await EgovAsync("audit", "verify", "--data", Data);
        await EgovAsync("backup", "--data", Data, "--to", folder["backups"]);
        Directory.CreateDirectory(folder["restored/keys"]);
        File.Copy(Path.Combine(Data, "keys", "instance.key"), folder["restored/keys/instance.key"]);
        await EgovAsync("restore", "--from", folder["backups"], "--data", folder["restored"]);
        await EgovAsync("data", "export", "--data", Data, "--out", folder["export"]);
        await EgovAsync("doctor", "--data", Data, "--backups", folder["backups"]);
        await EgovAsync("dossier", "--data", Data, "--locales", locales, "--out", folder["dossier"]);
        await EgovAsync("pack", "releases", "--data", Data);
        await EgovAsync("keys", "rotate", "--data", Data);
        await EgovAsync("migrate", "--data", Data, "--pack", Pack("e-laos"), "--environment", "Development");
    }

    private static async Task ServeAsync(Uri address)
    {
        using var handler = new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = address };
        foreach (var page in Pages)
        {
            using var answer = await client.GetAsync(page);
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect, $"{page}: {answer.StatusCode}");
        }

        var me = new FormClient(client);
        await me.GetAsync("/en/sign-up");
        Assert.True(await me.PostAsync(("name", "alone"), ("password", "seven green boats at noon")) is HttpStatusCode.OK or HttpStatusCode.Redirect, me.Html);
    }

    // From the first page of the form to a reference.
    private static async Task ComplainAsync(Uri address)
    {
        using var client = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = address };
        var me = new FormClient(client);
        await me.GetAsync("/en/apply/complaint");
        await me.PostAsync(("without-name", "yes"));
        await me.PostAsync(("subject", "official"), ("about_organization", "registry-office"), ("kind", "delay"));
        await me.PostAsync(("official_name", "Somebody"), ("official_description", "At the second counter"));
        await me.PostAsync(("happened.year", "2026"), ("happened.month", "1"), ("place.province", "XA"));
        await me.PostAsync(("happened.year", "2026"), ("happened.month", "1"), ("place.province", "XA"), ("place.district", "XA01"), ("description", "I waited for a month"));
        await me.PostAsync(("add", "evidence"));
        await me.UploadAsync("evidence.0.evidence_file", "receipt.pdf", "%PDF-1.4 receipt"u8.ToArray(), ("evidence.0._", ""), ("evidence.0.evidence_file", ""));
        await me.PostAsync(("truthful", "yes"));
        await me.PostAsync();
        Assert.True(me.At.EndsWith("/sent", StringComparison.Ordinal), $"{me.At} {me.Html}");
    }

    // Each that this build declares has run once: what it does every day or hour, it has done here.
    private async Task JobsAsync()
    {
        await using var db = new Db($"Data Source={Path.Combine(Data, "platform.db")}");
        for (var waited = Stopwatch.StartNew(); (await db.ReadAsync<long>("select count(*) from platform_job where last_ok_at is null"))[0] > 0; await Task.Delay(250))
        {
            Assert.True(waited.Elapsed < TimeSpan.FromMinutes(2), string.Join(", ", await db.ReadAsync<string>("select name || ' ' || coalesce(error, 'not yet') from platform_job where last_ok_at is null")));
        }
    }

    private static string Pack(string name) => Path.Combine(TestFolder.RepositoryRoot, "templates/packs", name);

    private static async Task EgovAsync(params string[] args)
    {
        var output = new StringWriter();
        var code = await EgovCommand.Create().Parse(args).InvokeAsync(new InvocationConfiguration { Output = output, Error = output, EnableDefaultExceptionHandler = false });
        Assert.True(code == 0, $"egov {string.Join(' ', args)}: {output}");
    }
}
