using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Platform.Modules.Cases.Tests.Desk;
using Platform.Testing;

namespace Platform.Modules.Cases.Tests.Api;

/// <summary>Whoever names another version than the stored one writes nothing at all, through whichever door.</summary>
public sealed class ForgedVersionTests
{
    // Older than the stored one, newer, weak, many, any, unquoted, no number, too large.
    private static readonly string[] Forged = ["\"1\"", "\"99\"", "W/\"2\"", "\"2\", \"3\"", "*", "2", "\"two\"", "\"99999999999999999999\"", "\"-2\""];

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Of_an_officials_action_by_the_api(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        using var client = await platform.ClientAsync(await platform.OfficialAsync("registrar", Office.Registry));
        await client.TokenAsync();
        var one = await Office.CaseAsync(platform, paid: false);
        var path = $"/api/v1/cases/desk/{one.Reference}";

        Assert.Equal(2, one.Version);
        await WriteNothingAsync(platform, one, Forged, match => client.ChangeAsync(HttpMethod.Post, $"{path}/actions/accept", null, match));
        await WriteNothingAsync(platform, one, Forged, match => client.ChangeAsync(HttpMethod.Put, $"{path}/assignee", null, match));
        await WriteNothingAsync(platform, one, Forged, match => client.ChangeAsync(HttpMethod.Delete, $"{path}/assignee", null, match));

        using var done = await client.ChangeAsync(HttpMethod.Post, $"{path}/actions/accept", null, "\"2\"");
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Of_an_applicants_withdrawal_by_the_api(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var person = await platform.CitizenAsync();
        using var client = await platform.ClientAsync(person);
        await client.TokenAsync();
        var id = await Residence.DraftAsync(platform, person.PersonId);
        await Residence.SubmitAsync(platform, id, person.PersonId);
        var one = await Office.FindAsync(platform, id);

        await WriteNothingAsync(platform, one, Forged, match => client.ChangeAsync(HttpMethod.Post, $"/api/v1/cases/{id}/actions/withdraw", null, match));

        using var done = await client.ChangeAsync(HttpMethod.Post, $"/api/v1/cases/{id}/actions/withdraw", null, await client.TagAsync($"{id}"));
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Of_a_draft_that_is_saved_or_sent_by_the_api(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var person = await platform.CitizenAsync();
        using var client = await platform.ClientAsync(person);
        await client.TokenAsync();
        var one = await Office.FindAsync(platform, await Residence.DraftAsync(platform, person.PersonId));
        // One is right for both here.
        string[] forged = [.. Forged.Skip(1)];

        await WriteNothingAsync(platform, one, forged, match => client.ChangeAsync(HttpMethod.Post, $"/api/v1/cases/{one.CaseId}/submit", null, match));
        await WriteNothingAsync(platform, one, forged, match => client.ChangeAsync(HttpMethod.Put, $"/api/v1/cases/{one.CaseId}/pages/applicant", new() { ["birth_date"] = "1981" }, match));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Of_the_pages_for_officials_and_applicants(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var person = await platform.CitizenAsync();
        var mine = new FormClient(await platform.ClientAsync(person));
        var desk = new FormClient(await platform.ClientAsync(await platform.OfficialAsync("registrar", Office.Registry)));
        var id = await Residence.DraftAsync(platform, person.PersonId);
        await Residence.SubmitAsync(platform, id, person.PersonId);
        var one = await Office.FindAsync(platform, id);
        await desk.GetAsync($"/en/desk/cases/{one.Reference}?do=accept");
        await mine.GetAsync($"/en/my/cases/{one.Reference}");
        var before = await RowCounts.OfAllAsync(platform);

        foreach (var version in new[] { "1", "99", "", "two", "2 or 3" })
        {
            Assert.Equal(HttpStatusCode.Conflict, await desk.PostAsync(("desk-version", version), ("desk-action", "accept"), ("desk-then", "stay")));
            Assert.Contains("Nothing of yours was done", desk.Html, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.Conflict, await desk.PostAsync(("desk-version", version), ("desk-take", "take")));
        }

        foreach (var version in new[] { "1", "99" })
        {
            Assert.Equal(HttpStatusCode.Conflict, await mine.PostAsync(("version", version), ("action", "withdraw")));
            Assert.Contains("The case changed meanwhile", mine.Html, StringComparison.Ordinal);
        }

        Assert.Equal(before, await RowCounts.OfAllAsync(platform));
        Assert.Equal(one, await Office.FindAsync(platform, id));
    }

    private static async Task WriteNothingAsync(TestPlatform platform, CaseRow one, string[] forged, Func<string, Task<HttpResponseMessage>> send)
    {
        var before = await RowCounts.OfAllAsync(platform);
        foreach (var match in forged)
        {
            using var answer = await send(match);
            Assert.True(answer.StatusCode == HttpStatusCode.PreconditionFailed, $"{match}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
            Assert.Equal(412, (int)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["status"]!);
        }

        Assert.Equal(before, await RowCounts.OfAllAsync(platform));
        Assert.Equal(one, await Office.FindAsync(platform, one.CaseId));
    }
}
