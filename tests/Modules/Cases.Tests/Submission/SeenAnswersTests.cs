using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Platform.Modules.Cases.Drafts;
using Platform.Modules.Cases.Tests.Api;
using Platform.Modules.Cases.Tests.Desk;
using Platform.Testing;

namespace Platform.Modules.Cases.Tests.Submission;

/// <summary>Nobody sends answers that she has not seen: what another window saved meanwhile is shown first.</summary>
public sealed class SeenAnswersTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_page_saved_in_another_window_is_shown_before_a_draft_is_sent(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var person = await platform.CitizenAsync();
        var id = await Residence.DraftAsync(platform, person.PersonId);
        var me = new FormClient(await platform.ClientAsync(person));

        await CheckedAsync(platform, me, id, person.PersonId, "draft");
        await SendAsync(me);

        Assert.Equal("submitted", (await Office.FindAsync(platform, id)).State);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_page_saved_in_another_window_is_shown_before_a_correction_is_sent(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var one = await Office.ReturnedAsync(platform);
        var me = new FormClient(await platform.ClientAsync(one.Owner));

        await CheckedAsync(platform, me, one.CaseId, one.Owner.PersonId, "correction");
        await SendAsync(me);

        Assert.Equal("review", (await Office.FindAsync(platform, one.CaseId)).State);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_program_that_names_what_it_saw_sends_that_or_nothing_and_may_ask_twice(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        using var client = await platform.ClientAsync(await platform.CitizenAsync());
        await client.TokenAsync();
        var id = await client.CreateAsync();
        await client.AnswerAsync(platform, id);
        var seen = await client.TagAsync(id);
        using var saved = await client.SaveAsync(id, "purpose", new() { ["purpose"] = "loan", ["urgent"] = true, ["truthful"] = true }, 1);
        var now = await client.TagAsync(id);

        using var refused = await SubmitAsync(client, id, seen, "first");
        using var sent = await SubmitAsync(client, id, now, "second");
        using var again = await SubmitAsync(client, id, now, "second");
        using var anew = await SubmitAsync(client, id, now, "third");

        Assert.NotEqual(seen, now);
        Assert.Equal(HttpStatusCode.PreconditionFailed, refused.StatusCode);
        Assert.All([sent, again, anew], a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        Assert.Single((await Task.WhenAll(((HttpResponseMessage[])[sent, again, anew]).Select(ReferenceAsync))).Distinct());
    }

    private static Task<HttpResponseMessage> SubmitAsync(TestClient client, string id, string match, string key) =>
        client.ChangeAsync(HttpMethod.Post, $"/api/v1/cases/{id}/submit", null, match, key);

    // Seen here, changed there, sent from here: refused, and shown as it is now.
    private static async Task CheckedAsync(TestPlatform platform, FormClient me, Guid id, Guid owner, string state)
    {
        Assert.Equal(HttpStatusCode.OK, await me.GetAsync($"/en/apply/{id}/check"));
        Assert.DoesNotContain("A loan or a bank account", me.Html, StringComparison.Ordinal);
        await Residence.SaveAsync(platform, id, owner, new DraftPage("purpose", 1, Residence.Fields(("purpose", "loan"), ("urgent", "no"), ("truthful", "yes"))));
        var before = await RowCounts.OfAllAsync(platform);

        Assert.Equal(HttpStatusCode.Conflict, await me.PostAsync());

        Assert.Contains("The application changed in another window", me.Html, StringComparison.Ordinal);
        Assert.Contains("A loan or a bank account", me.Html, StringComparison.Ordinal);
        Assert.Equal(before, await RowCounts.OfAllAsync(platform));
        Assert.Equal(state, (await Office.FindAsync(platform, id)).State);
    }

    private static async Task SendAsync(FormClient me)
    {
        Assert.Equal(HttpStatusCode.OK, await me.PostAsync());
        Assert.EndsWith("/sent", me.At, StringComparison.Ordinal);
    }

    private static async Task<string> ReferenceAsync(HttpResponseMessage answer) => (string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["reference"]!;
}
