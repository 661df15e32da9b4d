using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Platform.Testing;

namespace Platform.Modules.Cases.Tests.Api;

public sealed class CasesApiTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_client_applies_and_is_told_every_mistake(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        using var client = await platform.ClientAsync(await platform.CitizenAsync());
        await TokenAsync(client);
        var id = await CreateAsync(client);

        using var wrong = await PutAsync(client, id, "applicant", new JsonObject { ["birth_date"] = "80" });
        var problem = (await wrong.Content.ReadFromJsonAsync<JsonObject>())!;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal(["birth_date.year", "full_name.given"], problem["errors"]!.AsObject().Select(e => e.Key).Order());

        await AnswerAsync(platform, client, id, version: 1);
        using var sent = await SendAsync(client, HttpMethod.Post, $"/api/v1/cases/{id}/submit", null, "\"1\"");
        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        Assert.Equal("submitted", (string)(await sent.Content.ReadFromJsonAsync<JsonObject>())!["state"]!);
        using var withdrawn = await SendAsync(client, HttpMethod.Post, $"/api/v1/cases/{id}/actions/withdraw", new JsonObject(), sent.Headers.ETag!.Tag);
        Assert.True(withdrawn.IsSuccessStatusCode, await withdrawn.Content.ReadAsStringAsync());
        Assert.Equal("withdrawn", (string)(await withdrawn.Content.ReadFromJsonAsync<JsonObject>())!["state"]!);
    }

    [Fact]
    public async Task Asking_twice_with_one_key_makes_one_draft()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        using var client = await platform.ClientAsync(await platform.CitizenAsync());
        await TokenAsync(client);
        var key = Guid.CreateVersion7();

        Assert.Equal(await CreateAsync(client, key), await CreateAsync(client, key));
        Assert.Single((await client.GetFromJsonAsync<JsonArray>("/api/v1/cases/"))!);
    }

    [Fact]
    public async Task A_forged_if_match_is_refused_and_a_change_without_the_header_too()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        using var client = await platform.ClientAsync(await platform.CitizenAsync());
        using var without = await client.PostAsJsonAsync("/api/v1/cases/", new { service = Residence.Service });
        Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);

        await TokenAsync(client);
        var id = await CreateAsync(client);
        await AnswerAsync(platform, client, id, version: 0);
        foreach (var forged in new[] { "\"9\"", "W/\"1\"", "*" })
        {
            using var answer = await SendAsync(client, HttpMethod.Post, $"/api/v1/cases/{id}/submit", null, forged);
            Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        }
    }

    [Fact]
    public async Task An_action_without_a_form_needs_no_body()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        using var client = await platform.ClientAsync(await platform.CitizenAsync());
        await TokenAsync(client);
        var id = await CreateAsync(client);
        await AnswerAsync(platform, client, id, version: 0);
        using var sent = await SendAsync(client, HttpMethod.Post, $"/api/v1/cases/{id}/submit", null, "\"1\"");

        using var withdrawn = await SendAsync(client, HttpMethod.Post, $"/api/v1/cases/{id}/actions/withdraw", null, sent.Headers.ETag!.Tag);

        Assert.True(withdrawn.StatusCode == HttpStatusCode.OK, $"{withdrawn.StatusCode} {await withdrawn.Content.ReadAsStringAsync()}");
    }

    [Fact]
    public async Task Somebody_elses_case_is_not_there()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        using var client = await platform.ClientAsync(await platform.CitizenAsync());
        await TokenAsync(client);
        var id = await CreateAsync(client);
        using var other = await platform.ClientAsync(await platform.CitizenAsync());

        using var theirs = await other.GetAsync($"/api/v1/cases/{id}");
        using var none = await other.GetAsync($"/api/v1/cases/{Guid.CreateVersion7():D}");

        Assert.Equal(HttpStatusCode.NotFound, theirs.StatusCode);
        Assert.Equal(await WithoutTraceAsync(none), await WithoutTraceAsync(theirs));
    }

    // The number of the request differs with every request, whatever was asked for.
    private static async Task<string> WithoutTraceAsync(HttpResponseMessage answer)
    {
        var problem = (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
        Assert.True(problem.Remove("traceId"));
        return problem.ToJsonString();
    }

    private static async Task AnswerAsync(TestPlatform platform, TestClient client, string id, long version)
    {
        (string Page, JsonObject Answers, long Version)[] pages =
        [
            ("applicant", new() { ["full_name"] = new JsonObject { ["given"] = "Noy" }, ["birth_date"] = "1980" }, version),
            ("address", new() { ["village"] = Residence.Village(platform), ["since"] = "2019-04", ["tenure"] = "owned" }, 0),
            ("household", new() { ["others"] = new JsonArray(new JsonObject { ["other_name"] = new JsonObject { ["given"] = "Nok" }, ["other_birth_date"] = "2010" }) }, 0),
            ("purpose", new() { ["purpose"] = "school", ["urgent"] = false, ["truthful"] = true }, 0),
        ];
        foreach (var (page, answers, at) in pages)
        {
            using var saved = await PutAsync(client, id, page, answers, at);
            Assert.True(saved.StatusCode == HttpStatusCode.NoContent, $"{page}: {await saved.Content.ReadAsStringAsync()}");
        }
    }

    private static async Task TokenAsync(TestClient client)
    {
        var session = (await client.GetFromJsonAsync<JsonObject>("/api/v1/identity/session"))!;
        client.DefaultRequestHeaders.Add((string)session["csrfHeader"]!, (string)session["csrfToken"]!);
    }

    private static async Task<string> CreateAsync(TestClient client, Guid? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/cases/") { Content = JsonContent.Create(new { service = Residence.Service }) };
        request.Headers.Add("Idempotency-Key", $"{key ?? Guid.CreateVersion7():D}");
        using var created = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        return (string)(await created.Content.ReadFromJsonAsync<JsonObject>())!["id"]!;
    }

    private static Task<HttpResponseMessage> PutAsync(TestClient client, string id, string page, JsonObject answers, long version = 0) =>
        SendAsync(client, HttpMethod.Put, $"/api/v1/cases/{id}/pages/{page}", answers, $"\"{version}\"");

    private static async Task<HttpResponseMessage> SendAsync(TestClient client, HttpMethod method, string path, JsonObject? body, string match)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", match);
        return await client.SendAsync(request);
    }
}
