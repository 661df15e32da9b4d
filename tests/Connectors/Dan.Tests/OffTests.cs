using System.Net;
using Microsoft.Extensions.Options;
using Platform.Testing;

namespace Platform.Connectors.Dan.Tests;

/// <summary>It is there where the pack lists it and the host says how to reach it, and nowhere else.</summary>
public sealed class OffTests
{
    [Fact]
    public async Task Without_settings_nobody_is_offered_it()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "e-mongolia");
        var client = platform.Client();

        Assert.DoesNotContain("sign-in/with", await client.GetStringAsync("/mn/sign-in"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/mn/sign-in/with/dan")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/sign-in/dan?state=x&code=y")).StatusCode);
    }

    [Fact]
    public async Task A_pack_that_does_not_list_it_has_nothing_of_it()
    {
        await using var dan = await FakeDan.StartAsync();
        await using var platform = await TestPlatform.StartAsync(pack: "e-laos", args: dan.Settings());
        var client = platform.Client();

        Assert.DoesNotContain("sign-in/with", await client.GetStringAsync("/lo/sign-in"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/lo/sign-in/with/dan")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/sign-in/dan?state=x&code=y")).StatusCode);
    }

    [Fact]
    public async Task With_settings_it_stands_first_on_the_page()
    {
        await using var dan = await FakeDan.StartAsync();
        await using var platform = await TestPlatform.StartAsync(pack: "e-mongolia", args: dan.Settings());

        var html = WebUtility.HtmlDecode(await platform.Client().GetStringAsync("/en/sign-in?return=/en/account"));

        Assert.InRange(html.IndexOf("/en/sign-in/with/dan?return=%2Fen%2Faccount", StringComparison.Ordinal), 1, html.IndexOf("name=\"password\"", StringComparison.Ordinal));
        Assert.Contains("Your identity card", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Token", "http://sso.example/oauth2/token", "Modules:dan:Token must be an address that begins with https://")]
    [InlineData("ClientSecretFile", "/nowhere/secret", "Modules:dan needs either ClientSecretFile or ClientSecret")]
    [InlineData("TimeoutSeconds", "0", "TimeoutSeconds")]
    public async Task Settings_by_half_stop_the_host(string name, string value, string said)
    {
        await using var dan = await FakeDan.StartAsync();

        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => TestPlatform.StartAsync(pack: "e-mongolia", args: [.. dan.Settings(), $"--Modules:dan:{name}={value}"]));

        Assert.Contains(said, error.Message, StringComparison.Ordinal);
    }
}
