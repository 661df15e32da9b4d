using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.People;
using Platform.Modules.Identity.Demo;
using Platform.Modules.Identity.TwoFactor;
using Platform.Testing;

namespace Platform.Modules.Identity.Tests;

public sealed class DemoTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Demo_people_are_made_once_and_can_sign_in(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, args: "--demo");
        var demo = platform.Services.GetRequiredService<DemoAccounts>();
        var made = await demo.MakeAsync(platform.Folder);

        Assert.Equal(made.Select(m => (m.PersonId, m.Password)), (await demo.MakeAsync(platform.Folder)).Select(m => (m.PersonId, m.Password)));
        var citizen = made.First(m => m.Account is not null && m.Roles.Count == 0);
        Assert.Equal(HttpStatusCode.Redirect, (await platform.Client().SignInAsync(citizen.Account!, citizen.Password!)).StatusCode);
        var clerk = made.First(m => m.Roles.Contains("clerk"));
        var client = platform.Client();
        await client.SignInAsync(clerk.Account!, clerk.Password!);
        var person = new TestPerson(clerk.PersonId, clerk.Account!, clerk.Password!, Base32.Decode(clerk.Totp!));
        await client.SendAsync("/en/sign-in/code", ("code", platform.CodeOf(person)));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/en/desk/people")).StatusCode);
        var without = made.Where(m => m.Account is null).Select(m => m.PersonId);
        Assert.Equal(without.Count(), (await platform.Services.GetRequiredService<PersonStore>().FindManyAsync([.. without])).Count);
    }

    [Fact]
    public async Task The_page_of_sample_accounts_gives_a_code_that_signs_an_official_in()
    {
        await using var platform = await TestPlatform.StartAsync(args: "--demo");
        var clerk = (await platform.Services.GetRequiredService<DemoAccounts>().MakeAsync(platform.Folder)).First(m => m.Roles.Contains("clerk"));
        var client = platform.Client();
        await client.SignInAsync(clerk.Account!, clerk.Password!);

        var page = await platform.Client("127.0.0.1").GetStringAsync("/en/dev/demo");
        var code = Regex.Match(page, $@"{clerk.Password}</td>\s*<td[^>]*>(\d{{6}})<").Groups[1].Value;

        await client.SendAsync("/en/sign-in/code", ("code", code));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/en/desk/people")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await platform.Client("192.0.2.9").GetAsync("/en/dev/demo")).StatusCode);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.9")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("Forwarded", "for=203.0.113.9")]
    [InlineData("Host", "portal.example")]
    public async Task The_page_of_sample_accounts_is_not_there_for_who_comes_through_a_proxy_or_by_another_name(string header, string value)
    {
        await using var platform = await TestPlatform.StartAsync(args: "--demo");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/en/dev/demo");
        request.Headers.TryAddWithoutValidation(header, value);

        Assert.Equal(HttpStatusCode.NotFound, (await platform.Client("127.0.0.1").SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Without_the_flag_the_page_of_sample_accounts_is_not_there()
    {
        await using var platform = await TestPlatform.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await platform.Client("127.0.0.1").GetAsync("/en/dev/demo")).StatusCode);
    }

    [Fact]
    public async Task Without_the_flag_nobody_is_made()
    {
        await using var platform = await TestPlatform.StartAsync();

        Assert.False(File.Exists(Path.Combine(platform.Folder, "demo-accounts.json")));
    }
}
