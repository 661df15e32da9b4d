using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Data;
using Platform.Core.People;
using Platform.Modules.Identity.Accounts;
using Platform.Modules.Identity.Grants;
using Platform.Modules.Identity.Sessions;
using Platform.Modules.Identity.TwoFactor;

namespace Platform.Testing;

/// <summary>People for tests, made through the real stores and signed in with real sessions, without the time that hashing takes.</summary>
public static class TestPeople
{
    public const string Password = "seven green herons";

    private static string? hash;
    private static int count;

    /// <summary>A citizen with an account.</summary>
    /// <param name="details">What is known of the person.</param>
    /// <param name="confirmedBy">An official who has seen who this is; null: self-declared only.</param>
    public static async Task<TestPerson> CitizenAsync(this TestPlatform platform, PersonDetails? details = null, Guid? confirmedBy = null, string? name = null)
    {
        var act = platform.Act(Actor.Anonymous(Channels.Web));
        var person = await platform.AccountAsync(act, details ?? new PersonDetails(), name, totp: null);
        await act.CommitAsync();
        if (confirmedBy is { } official)
        {
            await platform.ConfirmAsync(person.PersonId, official);
        }

        return person;
    }

    /// <summary>An official with an authenticator app and one grant.</summary>
    /// <param name="role">An id of the pack's <c>roles.yaml</c>.</param>
    /// <param name="organization">An id of <c>organizations.yaml</c>, or <see cref="Grant.AnyOrganization"/>.</param>
    /// <param name="areaPath">As <c>/18/1801/</c>; null: everywhere.</param>
    public static async Task<TestPerson> OfficialAsync(this TestPlatform platform, string role, string organization, string? areaPath = null, string? name = null)
    {
        var act = platform.Act(Actor.System);
        var person = await platform.AccountAsync(act, new PersonDetails(), name, Totp.NewKey());
        GrantStore.Give(act, person.PersonId, new Grant(role, organization, areaPath), act.At, null);
        await act.CommitAsync();
        return person;
    }

    /// <summary>Gives another role to somebody who has an account; ends the sessions, as always.</summary>
    public static async Task GrantAsync(this TestPlatform platform, TestPerson person, string role, string organization, string? areaPath = null)
    {
        var act = platform.Act(Actor.System);
        GrantStore.Give(act, person.PersonId, new Grant(role, organization, areaPath), act.At, null);
        await act.CommitAsync();
    }

    /// <summary>Signs in without the pages: an open session, for those with an authenticator app with its code entered.</summary>
    public static async Task SignInAsync(this TestPlatform platform, TestClient client, TestPerson person)
    {
        var account = await platform.Services.GetRequiredService<AccountStore>().FindAsync(person.PersonId);
        var act = platform.Act(new Actor(person.PersonId, null, Channels.Web));
        var token = await platform.Services.GetRequiredService<SessionStore>().StartAsync(act, account!, SessionSteps.Open, person.TotpKey is not null, "test");
        await act.CommitAsync();
        client.Cookies.Add(client.BaseAddress!, new Cookie(platform.Services.GetRequiredService<SessionCookie>().Name, token, "/"));
    }

    /// <summary>A client that is signed in.</summary>
    public static async Task<TestClient> ClientAsync(this TestPlatform platform, TestPerson person)
    {
        var client = platform.Client();
        await platform.SignInAsync(client, person);
        return client;
    }

    /// <summary>The code that the person's authenticator app shows now.</summary>
    public static string CodeOf(this TestPlatform platform, TestPerson person) => Totp.Code(person.TotpKey!, Totp.StepAt(platform.Clock.Now()));

    /// <summary>The code that an authenticator app shows now.</summary>
    /// <param name="secret">In base 32, as <c>demo-accounts.json</c> has it.</param>
    public static string Code(string secret, TimeProvider clock) => Totp.Code(Base32.Decode(secret), Totp.StepAt(clock.Now()));

    internal static Act Act(this TestPlatform platform, Actor actor) => platform.Services.GetRequiredService<Acts>().Begin(actor);

    private static async Task<TestPerson> AccountAsync(this TestPlatform platform, Act act, PersonDetails details, string? name, byte[]? totp)
    {
        name ??= $"person{Interlocked.Increment(ref count)}";
        var id = await platform.Services.GetRequiredService<PersonStore>().AddAsync(act, details);
        hash ??= platform.Services.GetRequiredService<Passwords>().Hash(Password);
        var account = new Account { PersonId = id, SignInName = name, PasswordHash = hash, TotpKey = totp, TwoFactor = totp is not null };
        await platform.Services.GetRequiredService<AccountStore>().AddAsync(act, account, name);
        return new TestPerson(id, name, Password, totp);
    }

    private static async Task ConfirmAsync(this TestPlatform platform, Guid person, Guid official)
    {
        var people = platform.Services.GetRequiredService<PersonStore>();
        var known = await people.FindAsync(person);
        var act = platform.Act(new Actor(official, person, Channels.Counter));
        await people.ConfirmAsync(act, known!, known!.Details! with { VerifiedId = known.Details.ClaimedId }, Evidence.IdentityCard);
        await act.CommitAsync();
    }
}
