using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Platform.Testing;

namespace Platform.Modules.Cases.Tests.Api;

public sealed class CasesApiTests
{
    [Theory]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("ffffffff-ffff-ffff-ffff-ffffffffffff")]
    [InlineData("11111111-1111-1111-1111-111111111111")]
    [InlineData("019a0000-0000-1000-8000-000000000001")]
    public async Task A_key_that_is_not_random_is_refused(string key)
    {
        await using var platform = await TestPlatform.StartAsync(DatabaseKind.Sqlite, "starter");
        using var client = await platform.ClientAsync(await platform.CitizenAsync());
        await client.TokenAsync();

        using var refused = await client.ChangeAsync(HttpMethod.Post, "/api/v1/cases/", new() { ["service"] = Residence.Service }, key: key);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Choose another Idempotency-Key.", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_client_applies_and_is_told_every_mistake(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        using var client = await platform.ClientAsync(await platform.CitizenAsync());
        await client.TokenAsync();
        var id = await client.CreateAsync();

        using var wrong = await client.SaveAsync(id, "applicant", new JsonObject { ["birth_date"] = "80" });
        var problem = (await wrong.Content.ReadFromJsonAsync<JsonObject>())!;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal(["birth_date.year", "full_name.given"], problem["errors"]!.AsObject().Select(e => e.Key).Order());

        await client.AnswerAsync(platform, id, 1);
        using var sent = await client.ChangeAsync(HttpMethod.Post, $"/api/v1/cases/{id}/submit", null, await client.TagAsync(id));
        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        Assert.Equal("submitted", (string)(await sent.Content.ReadFromJsonAsync<JsonObject>())!["state"]!);
        using var withdrawn = await client.ChangeAsync(HttpMethod.Post, $"/api/v1/cases/{id}/actions/withdraw", new JsonObject(), sent.Headers.ETag!.Tag);
        Assert.True(withdrawn.IsSuccessStatusCode, await withdrawn.Content.ReadAsStringAsync());
        Assert.Equal("withdrawn", (string)(await withdrawn.Content.ReadFromJsonAsync<JsonObject>())!["state"]!);
    }

    [Fact]
    public async Task Asking_twice_with_one_key_makes_one_draft()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        using var client = await platform.ClientAsync(await platform.CitizenAsync());
        await client.TokenAsync();
        var key = Guid.CreateVersion7();

        Assert.Equal(await client.CreateAsync(key), await client.CreateAsync(key));
        Assert.Single((await client.GetFromJsonAsync<JsonArray>("/api/v1/cases/"))!);
    }

    // Kept, they would be read again with every page of the application.
    [Fact]
    public async Task More_answers_than_any_form_has_fields_are_refused_and_not_kept()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        using var client = await platform.ClientAsync(await platform.CitizenAsync());
        await client.TokenAsync();
        var id = await client.CreateAsync();

        using var answer = await client.SaveAsync(id, "purpose", new() { ["purpose"] = new JsonObject(Enumerable.Range(0, 20_000).Select(n => KeyValuePair.Create($"f{n}", (JsonNode?)n))) });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(0, (long)(await client.GetFromJsonAsync<JsonObject>($"/api/v1/cases/{id}/pages/purpose"))!["version"]!);
    }

    [Theory]
    [InlineData("{\"purpose\": \"school\", \"purpose\": \"bank\"}")]
    [InlineData("{\"purpose\": ")]
    public async Task A_body_that_is_no_plain_object_is_refused_and_nothing_kept(string body)
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        using var client = await platform.ClientAsync(await platform.CitizenAsync());
        await client.TokenAsync();
        var id = await client.CreateAsync();

        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await client.PutAsync($"/api/v1/cases/{id}/pages/purpose", content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        using var saved = await client.SaveAsync(id, "purpose", new JsonObject { ["purpose"] = "school" });
        Assert.NotEqual(HttpStatusCode.PreconditionFailed, saved.StatusCode);
    }

    [Fact]
    public async Task A_forged_if_match_is_refused_and_a_change_without_the_header_too()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        using var client = await platform.ClientAsync(await platform.CitizenAsync());
        using var without = await client.PostAsJsonAsync("/api/v1/cases/", new { service = Residence.Service });
        Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);

        await client.TokenAsync();
        var id = await client.CreateAsync();
        await client.AnswerAsync(platform, id, 0);
        foreach (var forged in new[] { "\"9\"", "W/\"1\"", "*" })
        {
            using var answer = await client.ChangeAsync(HttpMethod.Post, $"/api/v1/cases/{id}/submit", null, forged);
            Assert.Equal(HttpStatusCode.PreconditionFailed, answer.StatusCode);
        }
    }

    [Fact]
    public async Task An_action_without_a_form_needs_no_body()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        using var client = await platform.ClientAsync(await platform.CitizenAsync());
        await client.TokenAsync();
        var id = await client.CreateAsync();
        await client.AnswerAsync(platform, id, 0);
        using var sent = await client.ChangeAsync(HttpMethod.Post, $"/api/v1/cases/{id}/submit", null, await client.TagAsync(id));

        using var withdrawn = await client.ChangeAsync(HttpMethod.Post, $"/api/v1/cases/{id}/actions/withdraw", null, sent.Headers.ETag!.Tag);

        Assert.True(withdrawn.StatusCode == HttpStatusCode.OK, $"{withdrawn.StatusCode} {await withdrawn.Content.ReadAsStringAsync()}");
    }

    [Fact]
    public async Task Somebody_elses_case_is_not_there()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        using var client = await platform.ClientAsync(await platform.CitizenAsync());
        await client.TokenAsync();
        var id = await client.CreateAsync();
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
}
