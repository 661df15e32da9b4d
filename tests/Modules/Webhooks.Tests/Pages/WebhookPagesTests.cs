using System.Net;
using System.Text.RegularExpressions;
using Platform.Core.Data;
using Platform.Core.People;

using Platform.Modules.Webhooks.Delivery;
using Platform.Modules.Webhooks.Events;
using Platform.Testing;

namespace Platform.Modules.Webhooks.Tests.Pages;

public sealed partial class WebhookPagesTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_administrator_adds_an_address_tests_it_and_sends_again(DatabaseKind kind)
    {
        await using var platform = await Hooks.StartAsync(kind);
        using var receiver = new Receiver();
        using var client = await platform.ClientAsync(await platform.OfficialAsync("administrator", Grant.AnyOrganization));
        var page = new FormClient(client);
        await page.GetAsync("/en/desk/webhooks/new");

        Assert.Equal(HttpStatusCode.OK, await page.PostAsync(("url", receiver.Url), ("events", EventTypes.Decided)));
        Assert.Contains(receiver.Url, page.Html, StringComparison.Ordinal);
        Assert.DoesNotMatch(Secret(), page.Html);
        await page.PostAsync(("do", "ping"));
        var endpoint = Assert.Single(await platform.Endpoints().ListAsync());
        await platform.DeliverAsync(endpoint);
        await page.GetAsync(page.At);
        Assert.Contains("Arrived", page.Html, StringComparison.Ordinal);

        var delivery = Assert.Single(await platform.LogAsync(endpoint));
        await page.PostAsync(("do", "replay"), ("delivery", $"{delivery.DeliveryId:D}"));
        await platform.DeliverAsync(endpoint);
        Assert.Equal(2, receiver.Calls.Count);

        await page.PostAsync(("do", "secret"));
        var shown = Secret().Match(WebUtility.HtmlDecode(page.Html)).Value;
        Assert.Equal(await platform.Endpoints().ShowSecretAsync(endpoint, Actor.System), shown);
        await page.PostAsync(("do", "off"));
        Assert.Contains("Switched off", page.Html, StringComparison.Ordinal);
        Assert.Empty(await platform.Endpoints().ActiveAsync());
    }

    [Fact]
    public async Task All_that_did_not_arrive_since_a_day_is_sent_again_with_one_form()
    {
        await using var platform = await Hooks.StartAsync();
        using var receiver = new Receiver();
        using var client = await platform.ClientAsync(await platform.OfficialAsync("administrator", Grant.AnyOrganization));
        var page = new FormClient(client);
        var endpoint = await platform.AddAsync(receiver.Url);
        await platform.PingAsync(endpoint);
        await page.GetAsync($"/en/desk/webhooks/{endpoint.EndpointId:D}");
        Assert.DoesNotContain("did not arrive", page.Html, StringComparison.Ordinal);
        receiver.Answer(410);
        await platform.DeliverAsync(endpoint);
        await platform.Endpoints().SwitchAsync(endpoint.EndpointId, on: true, Actor.System);

        await page.GetAsync(page.At);
        Assert.Contains("1 did not arrive.", page.Html, StringComparison.Ordinal);
        await page.PostAsync(("do", "replay-lost"), ("since", platform.Clock.Now().ToString()[..10]));
        receiver.Answer(204);
        await platform.DeliverAsync(endpoint);

        Assert.Equal(DeliveryStates.Sent, Assert.Single(await platform.LogAsync(endpoint)).State);
    }

    [Theory]
    [InlineData("ftp://example.org/", "Write an address that begins with https://")]
    [InlineData("https://", "Write an address that begins with https://")]
    [InlineData("https://user:password@example.org/", "Leave names, passwords and # out")]
    [InlineData("https://169.254.169.254/latest", "inside a network that may not be called")]
    [InlineData("https://[::1]/", "inside a network that may not be called")]
    public async Task A_wrong_address_is_kept_and_told(string url, string mistake)
    {
        await using var platform = await Hooks.StartAsync(DatabaseKind.Sqlite, "--Modules:webhooks:TimeoutSeconds", "1");
        using var client = await platform.ClientAsync(await platform.OfficialAsync("administrator", Grant.AnyOrganization));
        var page = new FormClient(client);
        await page.GetAsync("/en/desk/webhooks/new");

        await page.PostAsync(("url", url), ("events", EventTypes.Submitted));

        Assert.Contains(mistake, WebUtility.HtmlDecode(page.Html), StringComparison.Ordinal);
        Assert.Contains($"value=\"{url}\"", WebUtility.HtmlDecode(page.Html), StringComparison.Ordinal);
        Assert.Empty(await platform.Endpoints().ListAsync());
    }

    [Fact]
    public async Task Whoever_may_not_manage_them_does_not_find_them()
    {
        await using var platform = await Hooks.StartAsync();
        var endpoint = await platform.AddAsync("https://example.org/hook");
        using var client = await platform.ClientAsync(await platform.OfficialAsync("registrar", "registry-office"));

        foreach (var path in new[] { "/en/desk/webhooks", "/en/desk/webhooks/new", $"/en/desk/webhooks/{endpoint.EndpointId:D}" })
        {
            Assert.False((await client.GetAsync(path)).IsSuccessStatusCode);
        }
    }

    /// <summary>What one office may manage is no business of the others; and a page that is not there has no form with a token.</summary>
    [Fact]
    public async Task Whoever_may_manage_them_in_one_office_only_does_not_find_them()
    {
        await using var platform = await Hooks.StartAsync();
        var endpoint = await platform.AddAsync("https://example.org/hook");
        using var client = await platform.ClientAsync(await platform.OfficialAsync("administrator", "registry-office"));
        var one = $"/en/desk/webhooks/{endpoint.EndpointId:D}";

        foreach (var path in new[] { "/en/desk/webhooks", "/en/desk/webhooks/new", one })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(path)).StatusCode);
        }

        foreach (var (path, name, value) in new[] { (one, "do", "secret"), (one, "do", "off"), ("/en/desk/webhooks/new", "url", "https://example.net/") })
        {
            using var form = new FormUrlEncodedContent([new(name, value)]);
            Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync(path, form)).StatusCode);
        }

        Assert.DoesNotContain("/desk/webhooks", await client.GetStringAsync("/en/desk/grants"), StringComparison.Ordinal);
        Assert.Single(await platform.Endpoints().ActiveAsync());
    }

    [GeneratedRegex("whsec_[A-Za-z0-9+/=]+")]
    private static partial Regex Secret();
}
