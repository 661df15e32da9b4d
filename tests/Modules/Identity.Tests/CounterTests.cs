using System.Net;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Data;
using Platform.Core.People;
using Platform.Testing;

namespace Platform.Modules.Identity.Tests;

/// <summary>What a clerk and an administrator do for those who cannot help themselves.</summary>
public sealed class CounterTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_clerk_makes_an_account_and_the_slip_opens_it_once(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind);
        var clerk = await platform.OfficialAsync("clerk", "moha");
        var desk = await platform.ClientAsync(clerk);
        var person = (await desk.SendAsync("/en/desk/people/new", ("name-given", "Khamla"), ("phone", "020 5555 1234"))).Headers.Location!.ToString();
        Assert.Contains($"{person}/account", await desk.GetStringAsync(person), StringComparison.Ordinal);

        var form = await desk.GetStringAsync($"{person}/account");
        var slip = await TextAsync(await desk.SendAsync($"{person}/account", ("name", "khamla.v")));

        Assert.Contains("5555", form, StringComparison.Ordinal);
        var client = platform.Client();
        Assert.Equal("/en/sign-in/new-password", (await client.SignInAsync("khamla.v", Printed(slip))).Headers.Location?.ToString());
        await client.SendAsync("/en/sign-in/new-password", ("password", "nine quiet buffaloes"));
        Assert.Contains("Khamla", await client.GetStringAsync("/en/account"), StringComparison.Ordinal);
        // An account there is; a second one there is not.
        Assert.Equal(HttpStatusCode.NotFound, (await desk.GetAsync($"{person}/account")).StatusCode);
        Assert.Contains((clerk.PersonId, Channels.Counter, "identity.sign-up"), await AuditAsync(platform, Guid.Parse(person.Split('/')[^1])));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_name_that_is_taken_or_too_short_is_not_given_and_stays_in_the_form(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind);
        await platform.CitizenAsync(name: "khamla.v");
        var desk = await platform.ClientAsync(await platform.OfficialAsync("clerk", "moha"));
        var person = (await desk.SendAsync("/en/desk/people/new", ("name-given", "Khamla"))).Headers.Location!.ToString();

        using var taken = await desk.SendAsync($"{person}/account", ("name", "Khamla.V"));
        using var shortName = await desk.SendAsync($"{person}/account", ("name", "kv"));

        Assert.Equal(HttpStatusCode.Conflict, taken.StatusCode);
        Assert.Contains("value=\"Khamla.V\"", await TextAsync(taken), StringComparison.Ordinal);
        Assert.Contains("Choose a name of 3", await TextAsync(shortName), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_administrator_voids_a_lost_app_and_password_and_codes_go_with_it(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind);
        var (administrator, official) = (await platform.OfficialAsync("administrator", "moha"), await platform.OfficialAsync("clerk", "moha"));
        var (desk, lost) = (await platform.ClientAsync(administrator), await platform.ClientAsync(official));
        var page = $"/en/desk/people/{official.PersonId}/two-factor";
        Assert.Contains(page, await desk.GetStringAsync("/en/desk/grants"), StringComparison.Ordinal);

        var slip = await TextAsync(await desk.SendAsync(page));

        Assert.Equal(HttpStatusCode.Redirect, (await lost.GetAsync("/en/account")).StatusCode);
        Assert.Null((await platform.Client("198.51.100.1").SignInAsync(official.SignInName, official.Password)).Headers.Location);
        var client = platform.Client();
        await client.SignInAsync(official.SignInName, Printed(slip));
        await client.SendAsync("/en/sign-in/new-password", ("password", "nine quiet buffaloes"));
        // No role works before there is an app again.
        Assert.StartsWith("/en/account/security/two-factor", (await client.GetAsync("/en/desk/people")).Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.Contains((administrator.PersonId, Channels.Counter, "identity.two-factor-reset"), await AuditAsync(platform, official.PersonId));
    }

    [Theory]
    [InlineData("e-laos", "birth-day birth-month birth-year")]
    [InlineData("starter", "birth-month birth-day birth-year")]
    public async Task The_parts_of_a_date_stand_as_the_pack_writes_dates(string pack, string order)
    {
        await using var platform = await TestPlatform.StartAsync(pack: pack);
        using var client = await platform.ClientAsync(await platform.CitizenAsync());

        var html = await client.GetStringAsync("/en/account/details");

        Assert.Equal(order, string.Join(' ', System.Text.RegularExpressions.Regex.Matches(html, "name=\"(birth-[a-z]+)\"").Select(m => m.Groups[1].Value)));
    }

    [Fact]
    public async Task Officials_are_let_in_again_only_by_who_may_give_their_roles()
    {
        await using var platform = await TestPlatform.StartAsync();
        var (own, other) = (await platform.OfficialAsync("clerk", "moha"), await platform.OfficialAsync("clerk", "mops"));
        var administrator = await platform.OfficialAsync("administrator", "moha");
        var (desk, clerk) = (await platform.ClientAsync(administrator), await platform.ClientAsync(await platform.OfficialAsync("clerk", "moha")));

        foreach (var page in new[] { "reset", "two-factor" })
        {
            Assert.Equal(HttpStatusCode.OK, (await desk.GetAsync($"/en/desk/people/{own.PersonId}/{page}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await desk.GetAsync($"/en/desk/people/{other.PersonId}/{page}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await desk.GetAsync($"/en/desk/people/{administrator.PersonId}/{page}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync($"/en/desk/people/{own.PersonId}/{page}")).StatusCode);
        }
    }

    private static string Printed(string slip) => slip.Split("id=\"printed-password\">")[1].Split('<')[0];

    private static Task<string> TextAsync(HttpResponseMessage response) => response.Content.ReadAsStringAsync();

    private static async Task<IReadOnlyList<(Guid? Actor, string Channel, string Action)>> AuditAsync(TestPlatform platform, Guid person)
    {
        await using var connection = await platform.Services.GetRequiredService<Db>().OpenAsync();
        return (await connection.QueryAsync<(Guid?, string, string)>("select actor_id, channel, action from platform_audit where subject_id = @person", new { person })).AsList();
    }
}
