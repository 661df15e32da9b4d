using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.People;
using Platform.Modules.Identity.Accounts;
using Platform.Testing;

namespace Platform.Modules.Identity.Tests;

/// <summary>The official whom the console makes: a password that a terminal remembers opens nothing but the choice of another.</summary>
public sealed class FirstOfficialTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Must_choose_a_password_before_anything_else(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind);
        var access = await AddAsync(platform);
        var client = platform.Client();

        await client.SignInAsync("amina", access.Password);
        var code = await client.SendAsync("/en/sign-in/code", ("code", TestPeople.Code(access.Totp, platform.Clock)));
        Assert.Equal("/en/sign-in/new-password", code.Headers.Location?.ToString());
        Assert.NotEqual(HttpStatusCode.OK, (await client.GetAsync("/en/desk/people")).StatusCode);
        await client.SendAsync("/en/sign-in/new-password", ("password", "seven green herons fly"));

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/en/desk/people")).StatusCode);
    }

    [Fact]
    public async Task Cannot_use_the_printed_password_after_a_day()
    {
        await using var platform = await TestPlatform.StartAsync();
        var access = await AddAsync(platform);

        platform.Clock.Advance(TimeSpan.FromHours(25));

        Assert.Equal(HttpStatusCode.OK, (await platform.Client().SignInAsync("amina", access.Password)).StatusCode);
    }

    private static Task<OfficialAccess> AddAsync(TestPlatform platform) =>
        platform.Services.GetRequiredService<OfficialAccounts>().AddAsync("amina", new Grant("clerk", Grant.AnyOrganization, null));
}
