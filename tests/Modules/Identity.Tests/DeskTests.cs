using System.Net;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Data;
using Platform.Core.People;
using Platform.Modules.Identity.Grants;
using Platform.Testing;

namespace Platform.Modules.Identity.Tests;

public sealed class DeskTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_person_without_papers_is_added_found_and_confirmed_by_witnesses(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind);
        var client = await platform.ClientAsync(await platform.OfficialAsync("clerk", "moha"));

        var added = (await client.SendAsync("/en/desk/people/new", ("name-given", "Khamla"), ("birth-year", "1951"))).Headers.Location!.ToString();
        var found = await (await client.SendAsync("/en/desk/people", ("name", "khamla"))).Content.ReadAsStringAsync();
        var confirmed = await client.SendAsync($"{added}/confirm", ("name-given", "Khamla"), ("birth-year", "1951"), ("evidence", Evidence.Witnesses));

        Assert.Contains(added, found, StringComparison.Ordinal);
        Assert.Equal(added, confirmed.Headers.Location?.ToString());
        Assert.Contains("Two witnesses", await client.GetStringAsync(added), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whose_details_an_official_looked_at_is_on_record()
    {
        await using var platform = await TestPlatform.StartAsync();
        var citizen = await platform.CitizenAsync();
        var clerk = await platform.ClientAsync(await platform.OfficialAsync("clerk", "moha"));
        foreach (var page in new[] { "", "/confirm" })
        {
            Assert.Equal(HttpStatusCode.OK, (await clerk.GetAsync($"/en/desk/people/{citizen.PersonId}{page}")).StatusCode);
        }

        // Without a proof: refused, and shown again.
        await clerk.SendAsync($"/en/desk/people/{citizen.PersonId}/confirm", ("name-given", "Khamla"));

        await using var connection = await platform.Services.GetRequiredService<Db>().OpenAsync();
        Assert.Equal(4, await connection.ExecuteScalarAsync<long>("select count(*) from platform_audit where subject_id = @PersonId and action = 'identity.view'", new { citizen.PersonId }));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Who_looked_for_people_is_on_record_with_by_what_and_how_many_and_not_for_whom(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind);
        await platform.CitizenAsync(new PersonDetails { Name = new Dictionary<string, string> { ["given"] = "Khamla" }, Phone = "+8562055552345" });
        var official = await platform.OfficialAsync("clerk", "moha");
        var clerk = await platform.ClientAsync(official);

        await clerk.SendAsync("/en/desk/people", ("name", "khamla"), ("phone", "020 5555 2345"));
        await clerk.SendAsync("/en/desk/file", ("id", "99-887766"));
        foreach (var page in new[] { "/en/desk/people", "/en/desk/file" })
        {
            var refused = await (await clerk.SendAsync(page, ("name", " "))).Content.ReadAsStringAsync();
            Assert.Contains("<a href=\"#name\">Enter a name, a number or a telephone number", refused, StringComparison.Ordinal);
            Assert.Contains("id=\"name-error\"", refused, StringComparison.Ordinal);
        }

        await using var connection = await platform.Services.GetRequiredService<Db>().OpenAsync();
        var lines = (await connection.QueryAsync<string>("select details from platform_audit where subject_id = @PersonId and action = 'person.search' order by seq", new { official.PersonId })).AsList();
        Assert.Equal(["""{"by":["name","phone"],"found":1}""", """{"by":["id"],"found":0}"""], lines.Select(l => l.Replace(" ", "", StringComparison.Ordinal)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_printed_password_ends_old_sessions_and_opens_only_the_choice_of_a_new_one(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind);
        var citizen = await platform.CitizenAsync();
        var (before, client) = (await platform.ClientAsync(citizen), platform.Client());
        var clerk = await platform.ClientAsync(await platform.OfficialAsync("clerk", "moha"));

        var slip = await (await clerk.SendAsync($"/en/desk/people/{citizen.PersonId}/reset")).Content.ReadAsStringAsync();
        var printed = slip.Split("id=\"printed-password\">")[1].Split('<')[0];
        var first = await client.SignInAsync(citizen.SignInName, printed);

        Assert.Equal(HttpStatusCode.Redirect, (await before.GetAsync("/en/account")).StatusCode);
        Assert.Equal("/en/sign-in/new-password", first.Headers.Location?.ToString());
        Assert.StartsWith("/en/sign-in/new-password", (await client.GetAsync("/en/account")).Headers.Location?.ToString(), StringComparison.Ordinal);
        await client.SendAsync("/en/sign-in/new-password", ("password", "nine quiet buffaloes"));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/en/account")).StatusCode);
        Assert.Null((await platform.Client("198.51.100.1").SignInAsync(citizen.SignInName, printed)).Headers.Location);
    }

    [Fact]
    public async Task A_printed_password_is_worth_nothing_a_day_later()
    {
        await using var platform = await TestPlatform.StartAsync();
        var citizen = await platform.CitizenAsync();
        var clerk = await platform.ClientAsync(await platform.OfficialAsync("clerk", "moha"));
        var slip = await (await clerk.SendAsync($"/en/desk/people/{citizen.PersonId}/reset")).Content.ReadAsStringAsync();

        platform.Clock.Leap(TimeSpan.FromHours(24));

        Assert.Null((await platform.Client().SignInAsync(citizen.SignInName, slip.Split("id=\"printed-password\">")[1].Split('<')[0])).Headers.Location);
    }

    [Fact]
    public async Task A_clerk_cannot_take_over_an_official_nor_confirm_herself()
    {
        await using var platform = await TestPlatform.StartAsync();
        var (clerk, registrar) = (await platform.OfficialAsync("clerk", "moha"), await platform.OfficialAsync("registrar", "moha"));
        var client = await platform.ClientAsync(clerk);

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/en/desk/people/{registrar.PersonId}/reset")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/en/desk/people/{clerk.PersonId}/reset")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/en/desk/people/{clerk.PersonId}/confirm")).StatusCode);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_administrator_gives_and_ends_roles_where_she_may_but_never_her_own(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind);
        var (administrator, official) = (await platform.OfficialAsync("administrator", "moha"), await platform.OfficialAsync("auditor", "moha"));
        var client = await platform.ClientAsync(administrator);
        Task<HttpResponseMessage> Give(string name, string organization) =>
            client.SendAsync("/en/desk/grants/give", ("name", name), ("role", "clerk"), ("organization", organization));
        var grants = platform.Services.GetRequiredService<GrantStore>();

        Assert.Equal("/en/desk/grants", (await Give(official.SignInName, "moha")).Headers.Location?.ToString());
        Assert.Null((await Give(administrator.SignInName, "moha")).Headers.Location);
        Assert.Null((await Give(official.SignInName, Grant.AnyOrganization)).Headers.Location);
        Assert.Single(await grants.ListAsync(administrator.PersonId));

        var given = (await grants.ListAsync(official.PersonId)).Single(g => g.Role == "clerk");
        Assert.Contains(given.GrantId.ToString(), await client.GetStringAsync("/en/desk/grants"), StringComparison.Ordinal);
        await client.SendAsync($"/en/desk/grants/{given.GrantId}/end");
        Assert.NotNull((await grants.FindAsync(given.GrantId))!.ValidTo);
        var own = (await grants.ListAsync(administrator.PersonId)).Single();
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/en/desk/grants/{own.GrantId}/end")).StatusCode);
    }

    [Fact]
    public async Task A_person_keeps_the_own_details_and_sees_and_ends_the_own_sessions()
    {
        await using var platform = await TestPlatform.StartAsync();
        var citizen = await platform.CitizenAsync();
        var (here, there) = (await platform.ClientAsync(citizen), await platform.ClientAsync(citizen));

        var wrong = await (await here.SendAsync("/en/account/details", ("name-given", "Noy"), ("email", "nonsense"), ("birth-month", "13"))).Content.ReadAsStringAsync();
        Assert.Contains("Enter an e-mail address", wrong, StringComparison.Ordinal);
        Assert.Contains("Enter a year, a month and a year", wrong, StringComparison.Ordinal);
        Assert.Contains("value=\"nonsense\"", wrong, StringComparison.Ordinal);
        await here.SendAsync("/en/account/details", ("name-given", "Noy"), ("birth-year", "1984"));
        Assert.Contains("Noy", await here.GetStringAsync("/en/account"), StringComparison.Ordinal);

        await here.SendAsync("/en/account/security");
        Assert.Equal(HttpStatusCode.Redirect, (await there.GetAsync("/en/account")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/en/account")).StatusCode);
    }
}
