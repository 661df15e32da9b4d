using Microsoft.Playwright;
using Platform.Browser.Tests.Kit;

namespace Platform.Browser.Tests.Journeys;

public sealed class OfflineJourneyTests(Portal portal)
{
    private const string Ready = "() => navigator.serviceWorker.controller !== null";
    private const string AnyKept = "() => caches.has('kept-documents')";
    private const string Addresses = "async () => (await Promise.all((await caches.keys()).map(async name => (await (await caches.open(name)).keys()).map(one => new URL(one.url).pathname)))).flat()";

    public static TheoryData<Screen> Screens => [new Screen("lo", Screen.Phone, true), new Screen("en", Screen.Desktop, true)];

    [Theory, MemberData(nameof(Screens))]
    public async Task Without_network_a_page_says_so_and_shows_the_documents_that_were_kept_until_their_holder_signs_out(Screen screen)
    {
        await using var noy = await portal.OpenAsync(screen, "offline");
        await SignInAsync(noy, "noy");
        await noy.Page.WaitForFunctionAsync(Ready);
        await noy.OfflineAsync(true);
        await noy.VisitAsync("/services");
        await AssertOfflinePageAsync(noy, documents: 0);

        await noy.OfflineAsync(false);
        await noy.VisitAsync("/my/documents");
        await KeepAsync(noy);
        await AssertNothingElseKeptAsync(noy);

        await noy.OfflineAsync(true);
        await noy.VisitAsync("/my/cases");
        await AssertOfflinePageAsync(noy, documents: await noy.Page.Locator("[data-kept] li").CountAsync());
        await noy.PressAsync(noy.Page.Locator("[data-kept] a").First);
        Assert.StartsWith("/my/documents/", noy.At, StringComparison.Ordinal);
        Assert.Contains(noy.T("Kept on this device on {0}.", "|").Split('|')[0], await noy.TextAsync(), StringComparison.Ordinal);
        Assert.True(await noy.Page.Locator(".p-sheet__code").IsVisibleAsync());
        var document = noy.At;

        await noy.OfflineAsync(false);
        await noy.VisitAsync("/sign-out");
        await noy.PressAsync(noy.T("Sign out"));
        await noy.Page.WaitForFunctionAsync(Ready);
        await noy.OfflineAsync(true);
        await noy.VisitAsync(document);
        await AssertOfflinePageAsync(noy, documents: 0);
        Assert.False(await noy.Page.EvaluateAsync<bool>(AnyKept));
    }

    [Fact]
    public async Task Documents_are_removed_when_their_holder_wishes_and_when_somebody_else_signs_in()
    {
        await using var visitor = await portal.OpenAsync(new Screen("en", Screen.Phone, true), "shared");
        await SignInAsync(visitor, "noy");
        await visitor.VisitAsync("/my/documents");
        await KeepAsync(visitor);
        await visitor.Page.Locator("[data-keep-end]").ClickAsync();
        await visitor.Page.Locator("[data-keep-said=none]").WaitForAsync();
        Assert.False(await visitor.Page.EvaluateAsync<bool>(AnyKept));

        await KeepAsync(visitor);
        // The session ends and nobody signs out.
        await visitor.Page.Context.ClearCookiesAsync();
        await visitor.VisitAsync("/");
        Assert.True(await visitor.Page.EvaluateAsync<bool>(AnyKept));
        await SignInAsync(visitor, "noy");
        await visitor.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.True(await visitor.Page.EvaluateAsync<bool>(AnyKept));
        await visitor.Page.Context.ClearCookiesAsync();
        await SignInAsync(visitor, "kham");
        await visitor.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.False(await visitor.Page.EvaluateAsync<bool>(AnyKept));
    }

    [Fact]
    public async Task Without_scripts_nobody_is_offered_what_does_not_work()
    {
        await using var noy = await portal.OpenAsync(new Screen("lo", Screen.Phone, false), "keep", "noy");
        await noy.VisitAsync("/my/documents");
        Assert.Equal(1, await noy.Page.Locator("[data-keep]").CountAsync());
        Assert.False(await noy.Page.Locator("[data-keep]").IsVisibleAsync());
    }

    private async Task SignInAsync(Visitor visitor, string account)
    {
        await visitor.VisitAsync("/sign-in");
        await visitor.TypeAsync("name", portal.Account(account).Account!);
        await visitor.TypeAsync("password", portal.Account(account).Password!);
        await visitor.PressAsync(visitor.Page.Locator("main form button"));
    }

    private static async Task KeepAsync(Visitor visitor)
    {
        await visitor.PressWithoutLeavingAsync(visitor.T("Keep my documents on this device"));
        await visitor.Page.Locator("[data-keep-said=all]").WaitForAsync();
    }

    // In the visitor's language, which examined the page, and in the other.
    private static async Task AssertOfflinePageAsync(Visitor visitor, int documents)
    {
        Assert.True(await visitor.Heading(visitor.T("There is no network")).IsVisibleAsync());
        Assert.Equal(documents > 0, await visitor.Page.Locator("[data-kept]").IsVisibleAsync());
        var at = visitor.Page.Url;
        var other = visitor.Screen.Language == "lo" ? "en" : "lo";
        await visitor.Page.Locator($"a[hreflang={other}]").ClickAsync();
        await visitor.Page.WaitForURLAsync(url => url == at.Replace($"/{visitor.Screen.Language}/", $"/{other}/", StringComparison.Ordinal));
        Assert.Equal(other, await visitor.Page.Locator("html").GetAttributeAsync("lang"));
        Assert.Equal(visitor.In(other, "There is no network"), await visitor.Page.Locator("h1").InnerTextAsync());
        await visitor.Page.GoBackAsync();
        await visitor.Page.WaitForURLAsync(at);
    }

    private static async Task AssertNothingElseKeptAsync(Visitor visitor)
    {
        var all = await visitor.Page.EvaluateAsync<string[]>(Addresses);
        var own = all.Where(path => !path.StartsWith("/assets/", StringComparison.Ordinal) && !path.StartsWith("/theme/", StringComparison.Ordinal) && !path.EndsWith("/offline", StringComparison.Ordinal)).ToList();
        Assert.Contains("/kept-for", own);
        Assert.True(own.Count > 1);
        Assert.All(own, path => Assert.True(path == "/kept-for" || path.StartsWith("/my/documents/", StringComparison.Ordinal), path));
    }
}
