using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.People;
using Platform.Testing;

namespace Platform.Modules.Identity.Tests;

public sealed class ClaimedNumberTests
{
    private const string Number = "8420119955";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Two_claim_one_number_nothing_follows_and_the_clerk_confirms_whose_it_is(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var (thief, owner) = (await platform.CitizenAsync(), await platform.CitizenAsync());
        var (first, second) = (await platform.ClientAsync(thief), await platform.ClientAsync(owner));
        await ClaimAsync(first, "Thong");
        await ClaimAsync(second, "Noy");

        // The claim that came first is no claim on the number: neither form is filled with it.
        Assert.DoesNotContain(Number, await ApplyAsync(first), StringComparison.Ordinal);
        Assert.DoesNotContain(Number, await ApplyAsync(second), StringComparison.Ordinal);

        var desk = await platform.ClientAsync(await platform.OfficialAsync("clerk", "registry-office"));
        Assert.NotNull((await ConfirmAsync(desk, owner, "Noy")).Headers.Location);
        var people = platform.Services.GetRequiredService<PersonStore>();
        Assert.Equal(owner.PersonId, await people.OwnerOfAsync(Number));
        Assert.Contains(Number, await ApplyAsync(second), StringComparison.Ordinal);

        // The other keeps the claim, may go on, and is told nothing; only at the counter does the number not pass.
        var known = (await people.FindAsync(thief.PersonId))!;
        Assert.Equal((Number, null, Assurances.Low), (known.Details!.ClaimedId, known.Details.VerifiedId, known.Assurance));
        await ClaimAsync(first, "Thong");
        Assert.DoesNotContain(Number, await ApplyAsync(first), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await ConfirmAsync(desk, thief, "Thong")).StatusCode);
        Assert.Null((await people.FindAsync(thief.PersonId))!.Confirmation);
    }

    private static async Task ClaimAsync(TestClient client, string name)
    {
        using var answer = await client.SendAsync("/en/account/details", ("name-given", name), ("id", Number));
        Assert.Equal("/en/account", answer.Headers.Location?.ToString());
    }

    // The first page of an application, which asks for the number and fills in what is known.
    private static async Task<string> ApplyAsync(TestClient client)
    {
        var form = new FormClient(client);
        await form.GetAsync("/en/apply/residence-certificate");
        Assert.Equal(HttpStatusCode.OK, await form.PostAsync());
        Assert.Contains("national_id", form.Html, StringComparison.Ordinal);
        return form.Html;
    }

    private static Task<HttpResponseMessage> ConfirmAsync(TestClient desk, TestPerson person, string name) =>
        desk.SendAsync($"/en/desk/people/{person.PersonId}/confirm", ("name-given", name), ("evidence", Evidence.IdentityCard), ("number", Number));
}
