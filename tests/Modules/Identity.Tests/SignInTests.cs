using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.People;
using Platform.Testing;

namespace Platform.Modules.Identity.Tests;

public sealed class SignInTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Somebody_signs_up_and_signs_in_again_by_any_spelling_of_the_name(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind);
        var client = platform.Client();

        var signedUp = await client.SendAsync("/en/sign-up", ("name", "Noy.K"), ("password", "four small red boats"));
        var again = await platform.Client().SignInAsync(" noy.k ", "four small red boats");

        Assert.Equal("/en/account/start", signedUp.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/en/account")).StatusCode);
        Assert.Equal("/en/account/start", again.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("registrar", "/en/desk")]
    [InlineData("cashier", "/en/desk/payments")]
    [InlineData(null, "/en/account")]
    public async Task Signing_in_leads_officials_to_their_part_of_the_desk_and_others_to_their_account(string? role, string first)
    {
        await using var platform = await TestPlatform.StartAsync();
        var person = role is null ? await platform.CitizenAsync() : await platform.OfficialAsync(role, "mops");
        var client = platform.Client();
        await client.SignInAsync(person.SignInName, person.Password);
        if (role is not null)
        {
            await client.SendAsync("/en/sign-in/code", ("code", platform.CodeOf(person)));
        }

        Assert.Equal(first, (await client.GetAsync("/en/account/start")).Headers.Location?.ToString());
        Assert.Equal(role is not null, (await client.GetStringAsync("/en/account")).Contains($"href=\"{first}\">Desk</a>", StringComparison.Ordinal));
    }

    [Fact]
    public async Task All_mistakes_of_a_sign_up_are_told_at_once_and_the_name_is_kept()
    {
        await using var platform = await TestPlatform.StartAsync();

        var html = await (await platform.Client().SendAsync("/en/sign-up", ("name", "ab"), ("password", "short"))).Content.ReadAsStringAsync();

        Assert.Contains("Choose a name of 3 to 100 characters", html, StringComparison.Ordinal);
        Assert.Contains("Password must be 10 characters or more", html, StringComparison.Ordinal);
        Assert.Contains("value=\"ab\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"short\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("passwordpassword")]
    [InlineData("password12345")]
    [InlineData("1234567890")]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("QWERTYUIOP")]
    [InlineData("Somebody.Here")]
    public async Task A_password_that_everybody_tries_first_is_refused(string password)
    {
        await using var platform = await TestPlatform.StartAsync();

        var html = await (await platform.Client().SendAsync("/en/sign-up", ("name", "somebodyhere"), ("password", password))).Content.ReadAsStringAsync();

        Assert.Contains("Choose a password that is harder to guess", html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_official_enters_a_code_and_no_code_works_twice(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind);
        var official = await platform.OfficialAsync("clerk", "moha");
        var (client, other) = (platform.Client(), platform.Client());
        var code = platform.CodeOf(official);

        await client.SignInAsync(official.SignInName, official.Password);
        Assert.Equal("/en/sign-in/code?return=%2Fen%2Fdesk%2Fpeople", (await client.GetAsync("/en/desk/people")).Headers.Location?.ToString());
        var entered = await client.SendAsync("/en/sign-in/code?return=/en/desk/people", ("code", code));
        await other.SignInAsync(official.SignInName, official.Password);
        var replayed = await other.SendAsync("/en/sign-in/code", ("code", code));

        Assert.Equal("/en/desk/people", entered.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/en/desk/people")).StatusCode);
        Assert.Null(replayed.Headers.Location);
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync("/en/account")).StatusCode);

        platform.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.NotNull((await other.SendAsync("/en/sign-in/code", ("code", platform.CodeOf(official)))).Headers.Location);
    }

    [Fact]
    public async Task An_official_without_an_app_is_led_to_set_one_up_and_then_works()
    {
        await using var platform = await TestPlatform.StartAsync();
        var person = await platform.CitizenAsync();
        await platform.GrantAsync(person, "clerk", "moha");
        var client = platform.Client();
        await client.SignInAsync(person.SignInName, person.Password);
        var setUp = (await client.GetAsync("/en/desk/people")).Headers.Location!.ToString();
        Assert.StartsWith("/en/account/security/two-factor", setUp, StringComparison.Ordinal);

        var html = await client.GetStringAsync(setUp);
        var key = html.Split("id=\"totp-key\">")[1].Split('<')[0].Replace(" ", "", StringComparison.Ordinal);
        var secret = TwoFactor.Base32.Decode(key);
        var done = await client.SendAsync(setUp, ("code", platform.CodeOf(person with { TotpKey = secret })));

        Assert.Contains("recovery-codes", await done.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/en/desk/people")).StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("/\t/evil.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task A_return_address_of_another_host_is_not_followed(string address)
    {
        await using var platform = await TestPlatform.StartAsync();
        var citizen = await platform.CitizenAsync();

        var answer = await platform.Client().SignInAsync(citizen.SignInName, citizen.Password, $"?return={Uri.EscapeDataString(address)}");

        Assert.Equal("/en/account/start", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_form_without_its_token_changes_nothing()
    {
        await using var platform = await TestPlatform.StartAsync();
        var citizen = await platform.CitizenAsync();
        var client = await platform.ClientAsync(citizen);

        var forged = await client.PostAsync("/en/account/details", new FormUrlEncodedContent([KeyValuePair.Create("version", "1"), KeyValuePair.Create("phone", "")]));
        var signIn = await platform.Client().PostAsync("/en/sign-in", new FormUrlEncodedContent([KeyValuePair.Create("name", citizen.SignInName), KeyValuePair.Create("password", citizen.Password)]));

        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, signIn.StatusCode);
        Assert.Equal(1, (await platform.Services.GetRequiredService<PersonStore>().FindAsync(citizen.PersonId))!.Version);
    }

    [Fact]
    public async Task A_session_that_was_planted_before_signing_in_is_worth_nothing_after()
    {
        await using var platform = await TestPlatform.StartAsync();
        var (attacker, victim) = (await platform.CitizenAsync(), await platform.CitizenAsync());
        var browser = await platform.ClientAsync(attacker);
        var planted = browser.Cookie("session");

        await browser.SignInAsync(victim.SignInName, victim.Password);
        var thief = platform.Client();
        thief.DefaultRequestHeaders.Add("Cookie", $"session={planted}");

        Assert.NotEqual(planted, browser.Cookie("session"));
        Assert.Equal(HttpStatusCode.Redirect, (await thief.GetAsync("/en/account")).StatusCode);
    }

    [Fact]
    public async Task The_desk_is_not_there_for_those_who_have_no_business_with_it()
    {
        await using var platform = await TestPlatform.StartAsync();
        var client = await platform.ClientAsync(await platform.CitizenAsync());

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/en/desk/people")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/en/desk/grants")).StatusCode);
        Assert.Equal("/en/sign-in?return=%2Fen%2Fdesk%2Fgrants", (await platform.Client().GetAsync("/en/desk/grants")).Headers.Location?.ToString());
    }
}
