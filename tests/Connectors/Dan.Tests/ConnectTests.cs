using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.People;
using Platform.Testing;

namespace Platform.Connectors.Dan.Tests;

/// <summary>An account that was made with a password is connected by its owner, and by nobody else.</summary>
public sealed partial class ConnectTests
{
    private const string Number = "УБ94051712";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Who_is_signed_in_connects_the_own_account(DatabaseKind kind)
    {
        await using var dan = await FakeDan.StartAsync();
        await using var platform = await TestPlatform.StartAsync(kind, "e-mongolia", configure: null, dan.Settings());
        var citizen = await platform.CitizenAsync(new PersonDetails { ClaimedId = Number, Email = "saraa@example.org" });
        using var browser = new Browser(platform);
        await platform.SignInAsync(browser.Portal, citizen);

        Assert.Contains("/mn/account/security/with/dan", await browser.ReadAsync("/mn/account/security"), StringComparison.Ordinal);
        var onward = await browser.ReturnAsync(await browser.FollowAsync(await ConnectAsync(browser)));

        var person = await platform.Services.GetRequiredService<PersonStore>().FindAsync(citizen.PersonId);
        Assert.Equal("/mn/account/security", onward);
        Assert.Equal((Number, "saraa@example.org", Assurances.Substantial), (person!.Details!.VerifiedId, person.Details.Email, person.Assurance));
        Assert.DoesNotContain("with/dan", await browser.ReadAsync("/mn/account/security"), StringComparison.Ordinal);

        using var later = new Browser(platform);
        await later.SignInAsync();
        Assert.Contains("saraa@example.org", await later.ReadAsync("/mn/account"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_of_somebody_else_is_not_connected()
    {
        await using var dan = await FakeDan.StartAsync();
        await using var platform = await TestPlatform.StartAsync(pack: "e-mongolia", args: dan.Settings());
        using var owner = new Browser(platform);
        await owner.SignInAsync();
        var citizen = await platform.CitizenAsync();
        using var browser = new Browser(platform);
        await platform.SignInAsync(browser.Portal, citizen);

        var onward = await browser.ReturnAsync(await browser.FollowAsync(await ConnectAsync(browser)));

        Assert.Equal("/mn/account/security?provider=dan&problem=another", onward);
        Assert.Contains("ДАН", await browser.ReadAsync(onward), StringComparison.Ordinal);
        Assert.Null((await platform.Services.GetRequiredService<PersonStore>().FindAsync(citizen.PersonId))!.Confirmation);
    }

    [Fact]
    public async Task Who_is_somebody_else_when_coming_back_connects_nothing()
    {
        await using var dan = await FakeDan.StartAsync();
        await using var platform = await TestPlatform.StartAsync(pack: "e-mongolia", args: dan.Settings());
        var (one, other) = (await platform.CitizenAsync(), await platform.CitizenAsync());
        using var browser = new Browser(platform);
        await platform.SignInAsync(browser.Portal, one);
        var address = await ConnectAsync(browser);
        await platform.SignInAsync(browser.Portal, other);

        Assert.Equal("/mn/account/security?provider=dan&problem=stale", await browser.ReturnAsync(await browser.FollowAsync(address)));
        Assert.Null(await platform.Services.GetRequiredService<PersonStore>().OwnerOfAsync(Number));
    }

    [Fact]
    public async Task Who_has_no_password_has_none_that_is_right_and_is_told_to_sign_out_there_too()
    {
        await using var dan = await FakeDan.StartAsync();
        await using var platform = await TestPlatform.StartAsync(pack: "e-mongolia", args: dan.Settings());
        using var browser = new Browser(platform);
        await browser.SignInAsync();

        Assert.DoesNotContain("/mn/account/security/password", await browser.ReadAsync("/mn/account/security"), StringComparison.Ordinal);
        Assert.Contains($"{dan.Root}/logout", await browser.ReadAsync("/mn/sign-out"), StringComparison.Ordinal);
        var page = new FormClient(browser.Portal);
        await page.GetAsync("/mn/account/security/password");
        Assert.Equal(HttpStatusCode.OK, await page.PostAsync(("old", ""), ("password", "seven green herons")));
        Assert.Equal("/mn/account/security/password", page.At);
        await page.GetAsync("/mn/sign-out");
        await page.PostAsync();
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Portal.GetAsync("/mn/account")).StatusCode);
    }

    private static async Task<Uri> ConnectAsync(Browser browser)
    {
        var page = new FormClient(browser.Portal);
        await page.GetAsync("/mn/account/security/with/dan");
        await page.PostAsync();
        return new Uri(WebUtility.HtmlDecode(Away().Match(page.Html).Groups[1].Value));
    }

    [GeneratedRegex("href=\"(http://127[^\"]+/oauth2/authorize[^\"]+)\"")]
    private static partial Regex Away();
}
