using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Dapper;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Audit;
using Platform.Core.Data;
using Platform.Core.Packs;
using Platform.Core.Texts;
using Platform.Testing;

namespace Platform.Host.Tests;

/// <summary>Two countries' instances on one machine, at two ports of one host, even in one process: they share nothing, and one browser uses both.</summary>
public sealed partial class SideBySideTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task One_browser_is_signed_in_to_both_and_neither_takes_the_others_session(DatabaseKind kind)
    {
        await using var laos = await StartAsync(kind, "e-laos", 5081);
        await using var mongolia = await StartAsync(kind, "e-mongolia", 5082);
        var browser = new CookieContainer();
        using var there = laos.Client(cookies: browser);
        using var here = mongolia.Client(cookies: browser);
        await laos.SignInAsync(there, await laos.OfficialAsync("registrar", "*"));
        var names = Names(browser);
        await mongolia.SignInAsync(here, await mongolia.OfficialAsync("registrar", "*"));

        Assert.Equal(HttpStatusCode.OK, (await there.GetAsync("/en/desk")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/en/desk")).StatusCode);
        var all = browser.GetAllCookies().ToList();
        Assert.Equal(all.Count, all.DistinctBy(c => c.Name).Count());
        Assert.Empty(names.Intersect(Names(browser).Except(names)));

        // Under the other's name it is still the other's.
        using var thief = mongolia.Client();
        thief.DefaultRequestHeaders.Add("Cookie", string.Join("; ", all.Where(c => names.Contains(c.Name)).Select(RenamedForTheOther)));
        Assert.NotEqual(HttpStatusCode.OK, (await thief.GetAsync("/en/desk")).StatusCode);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_form_of_one_cannot_be_sent_to_the_other(DatabaseKind kind)
    {
        await using var laos = await StartAsync(kind, "e-laos", 5081);
        await using var mongolia = await StartAsync(kind, "e-mongolia", 5082);
        using var there = laos.Client();
        var token = Token().Match(await there.GetStringAsync("/en/sign-in")).Groups[1].Value;
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(there, token)).StatusCode);

        using var here = mongolia.Client();
        here.DefaultRequestHeaders.Add("Cookie", string.Join("; ", there.Cookies.GetAllCookies().Select(RenamedForTheOther)));
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(here, token)).StatusCode);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Keys_and_the_heads_of_the_audit_are_each_ones_own(DatabaseKind kind)
    {
        await using var laos = await StartAsync(kind, "e-laos", 5081);
        await using var mongolia = await StartAsync(kind, "e-mongolia", 5082);

        Assert.NotEqual(await File.ReadAllBytesAsync(Path.Combine(laos.Folder, "keys/instance.key")), await File.ReadAllBytesAsync(Path.Combine(mongolia.Folder, "keys/instance.key")));
        var sealedThere = Protector(laos).Protect("what only one may read");
        Assert.Throws<CryptographicException>(() => Protector(mongolia).Unprotect(sealedThere));
        Assert.Equal("what only one may read", Protector(laos).Unprotect(sealedThere));

        var head = await HeadAsync(laos);
        await HeadAsync(mongolia);
        Assert.Empty((await laos.Services.GetRequiredService<AuditVerifier>().VerifyAsync(head)).Faults);
        Assert.NotEmpty((await mongolia.Services.GetRequiredService<AuditVerifier>().VerifyAsync(head)).Faults);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Data_kept_pages_and_texts_are_each_ones_own(DatabaseKind kind)
    {
        await using var laos = await StartAsync(kind, "e-laos", 5081);
        await using var mongolia = await StartAsync(kind, "e-mongolia", 5082);
        var before = await RowsAsync(mongolia);
        await laos.CitizenAsync();
        Assert.Equal(before, await RowsAsync(mongolia));
        Assert.NotEqual(laos.Folder, mongolia.Folder);
        Assert.NotEqual(laos.ConnectionString, mongolia.ConnectionString);

        using var there = laos.Client();
        using var here = mongolia.Client();
        foreach (var path in new[] { "/en", "/en/services", "/en/organizations" })
        {
            // The second time from what was kept of the first.
            var first = (await there.GetStringAsync(path), await here.GetStringAsync(path));
            Assert.Equal(first, (await there.GetStringAsync(path), await here.GetStringAsync(path)));
            Assert.Contains(BrandOf(laos), first.Item1, StringComparison.Ordinal);
            Assert.DoesNotContain(BrandOf(mongolia), first.Item1, StringComparison.Ordinal);
            Assert.Contains(BrandOf(mongolia), first.Item2, StringComparison.Ordinal);
            Assert.DoesNotContain(BrandOf(laos), first.Item2, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await here.GetAsync("/lo")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await there.GetAsync("/mn")).StatusCode);
    }

    private static Task<TestPlatform> StartAsync(DatabaseKind kind, string pack, int port) => TestPlatform.StartAsync(kind, pack, [], "--public-url", $"http://localhost:{port}");

    private static string RenamedForTheOther(Cookie cookie) => $"{cookie.Name.Replace("5081", "5082", StringComparison.Ordinal)}={cookie.Value}";

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, string token) =>
        client.PostAsync("/en/sign-in", new FormUrlEncodedContent(new Dictionary<string, string> { ["_form"] = token, ["name"] = "nobody", ["password"] = "nothing at all" }));

    private static HashSet<string> Names(CookieContainer browser) => [.. browser.GetAllCookies().Select(c => c.Name)];

    private static IDataProtector Protector(TestPlatform platform) => platform.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");

    private static string BrandOf(TestPlatform platform) => platform.Services.GetRequiredService<Texts>().Get("en", platform.Services.GetRequiredService<ActivePack>().Current.Pack.Brand.Name).Value;

    private static async Task<AuditHead> HeadAsync(TestPlatform platform)
    {
        await platform.CitizenAsync();
        await ActivatorUtilities.CreateInstance<SealAudit>(platform.Services).RunAsync(CancellationToken.None);
        return (await platform.Services.GetRequiredService<AuditVerifier>().NewestHeadAsync())!;
    }

    private static async Task<long> RowsAsync(TestPlatform platform)
    {
        await using var connection = await platform.Services.GetRequiredService<Db>().OpenAsync();
        return await connection.ExecuteScalarAsync<long>("select (select count(*) from platform_audit) + (select count(*) from identity_account)");
    }

    [GeneratedRegex("name=\"_form\"[^>]*value=\"([^\"]*)\"")]
    private static partial Regex Token();
}
