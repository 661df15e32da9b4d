using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Data;
using Platform.Core.People;
using Platform.Modules.Identity.Grants;
using Platform.Modules.Identity.Sessions;
using Platform.Testing;

namespace Platform.Modules.Identity.Tests;

public sealed class SessionTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_session_says_who_it_is_and_what_may_be_done(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind);
        var administrator = await platform.OfficialAsync("administrator", Grant.AnyOrganization);

        var nobody = await SessionOf(platform.Client());
        var official = await SessionOf(await platform.ClientAsync(administrator));

        Assert.Equal((null, "none"), (nobody.PersonId, nobody.Assurance));
        Assert.Empty(nobody.Permissions);
        Assert.Equal((administrator.PersonId, "low"), (official.PersonId, official.Assurance));
        Assert.Contains(IdentityPermissions.Grant, official.Permissions);
        Assert.DoesNotContain(IdentityPermissions.Confirm, official.Permissions);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task No_grant_is_effective_without_a_code_of_the_app(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind);
        var administrator = await platform.OfficialAsync("administrator", Grant.AnyOrganization);

        var client = await platform.ClientAsync(administrator with { TotpKey = null });

        Assert.Empty((await SessionOf(client)).Permissions);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_session_of_a_removed_role_ends_at_once(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind);
        var official = await platform.OfficialAsync("clerk", "moha");
        var client = await platform.ClientAsync(official);
        Assert.Contains(IdentityPermissions.Confirm, (await SessionOf(client)).Permissions);

        var grants = platform.Services.GetRequiredService<GrantStore>();
        var act = platform.Services.GetRequiredService<Acts>().Begin(Actor.System);
        GrantStore.End(act, (await grants.ListAsync(official.PersonId)).Single());
        await act.CommitAsync();

        Assert.Null((await SessionOf(client)).PersonId);
        Assert.Empty((await SessionOf(await platform.ClientAsync(official))).Permissions);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_grant_begins_and_ends_by_the_clock_within_one_session(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind);
        var official = await platform.OfficialAsync("auditor", "moha");
        var (acts, now) = (platform.Services.GetRequiredService<Acts>(), platform.Clock.Now());
        var act = acts.Begin(Actor.System);
        GrantStore.Give(act, official.PersonId, new Grant("clerk", "moha", null), now.Plus(TimeSpan.FromMinutes(10)), now.Plus(TimeSpan.FromMinutes(20)));
        await act.CommitAsync();
        var client = await platform.ClientAsync(official);

        var seen = new List<bool>();
        for (var i = 0; i < 3; i++)
        {
            seen.Add((await SessionOf(client)).Permissions.Contains(IdentityPermissions.Confirm));
            platform.Clock.Advance(TimeSpan.FromMinutes(10));
        }

        Assert.Equal([false, true, false], seen);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_session_ends_when_unused_and_in_any_case_after_a_day_of_work(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind);
        var citizen = await platform.CitizenAsync();
        var (unused, used) = (await platform.ClientAsync(citizen), await platform.ClientAsync(citizen));

        var hours = 0;
        while ((await SessionOf(used)).PersonId is not null)
        {
            platform.Clock.Advance(TimeSpan.FromMinutes(30));
            hours++;
            if (hours == 3)
            {
                Assert.Null((await SessionOf(unused)).PersonId);
            }
        }

        Assert.Equal(24, hours);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Nobody_ends_the_session_of_another(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind);
        var (owner, stranger) = (await platform.CitizenAsync(), await platform.CitizenAsync());
        var client = await platform.ClientAsync(owner);
        var sessions = platform.Services.GetRequiredService<SessionStore>();
        var session = (await sessions.ListAsync(owner.PersonId)).Single();

        await EndAsync(platform, session.SessionId, stranger.PersonId);
        Assert.NotNull((await SessionOf(client)).PersonId);

        await EndAsync(platform, session.SessionId, owner.PersonId);
        Assert.Null((await SessionOf(client)).PersonId);
        Assert.Empty(await sessions.ListAsync(owner.PersonId));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("%00%ff' or 1=1 --")]
    public async Task A_cookie_that_was_made_up_is_nobody(string token)
    {
        await using var platform = await TestPlatform.StartAsync();
        var client = platform.Client();
        client.DefaultRequestHeaders.Add("Cookie", $"session={token}");

        Assert.Null((await SessionOf(client)).PersonId);
    }

    private static async Task<SessionAnswer> SessionOf(HttpClient client) => (await client.GetFromJsonAsync<SessionAnswer>("/api/v1/identity/session"))!;

    private static async Task EndAsync(TestPlatform platform, Guid session, Guid person)
    {
        var act = platform.Services.GetRequiredService<Acts>().Begin(Actor.System);
        SessionStore.End(act, session, person);
        await act.CommitAsync();
    }
}
