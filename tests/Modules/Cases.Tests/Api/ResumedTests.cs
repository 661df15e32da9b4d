using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Platform.Modules.Cases.Tests.Desk;
using Platform.Testing;

namespace Platform.Modules.Cases.Tests.Api;

/// <summary>A client that lost its thread takes it up again: it is told what is saved, what is missing, and what it costs.</summary>
public sealed class ResumedTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_page_tells_its_version_its_answers_and_what_is_wrong(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        using var client = await ClientAsync(platform);
        var id = await client.CreateAsync();
        using var before = await client.GetAsync($"/api/v1/cases/{id}/pages/applicant");
        Assert.Equal("\"0\"", before.Headers.ETag!.Tag);

        // The answer to this one is lost on its way.
        (await client.SaveAsync(id, "applicant", new() { ["full_name"] = new JsonObject { ["given"] = "Noy" }, ["birth_date"] = "80" })).Dispose();
        using var blind = await client.SaveAsync(id, "applicant", new() { ["birth_date"] = "1980" });
        using var found = await client.GetAsync($"/api/v1/cases/{id}/pages/applicant");
        var page = (await found.Content.ReadFromJsonAsync<JsonObject>())!;

        Assert.Equal(HttpStatusCode.PreconditionFailed, blind.StatusCode);
        Assert.Equal(("\"1\"", 1), (found.Headers.ETag!.Tag, (long)page["version"]!));
        Assert.Equal("Noy", (string)page["answers"]!["full_name"]!["given"]!);
        Assert.Equal("birth_date.year", Assert.Single(page["mistakes"]!.AsObject()).Key);
        using var saved = await client.ChangeAsync(HttpMethod.Put, $"/api/v1/cases/{id}/pages/applicant", new() { ["full_name"] = page["answers"]!["full_name"]!.DeepClone(), ["birth_date"] = "1980" }, found.Headers.ETag.Tag);
        Assert.Equal(HttpStatusCode.NoContent, saved.StatusCode);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_page_that_is_not_asked_says_so_and_one_that_is_not_there_is_not_found(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        using var client = await ClientAsync(platform);
        var id = await client.CreateAsync();

        var landlord = (await client.GetFromJsonAsync<JsonObject>($"/api/v1/cases/{id}/pages/landlord"))!;
        using var none = await client.GetAsync($"/api/v1/cases/{id}/pages/none");

        Assert.Equal((false, 0), ((bool)landlord["asked"]!, landlord["mistakes"]!.AsObject().Count));
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_check_has_every_answer_every_mistake_and_the_fees_and_its_tag_sends_what_was_seen(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        using var client = await ClientAsync(platform);
        var id = await client.CreateAsync();
        var empty = (await client.GetFromJsonAsync<JsonObject>($"/api/v1/cases/{id}/check"))!;
        Assert.False((bool)empty["complete"]!);
        Assert.Contains(empty["pages"]!.AsArray(), p => (string)p!["page"]! == "purpose" && p["mistakes"]!["urgent"] is not null);

        await client.AnswerAsync(platform, id);
        (await client.SaveAsync(id, "purpose", new() { ["purpose"] = "school", ["urgent"] = true, ["truthful"] = true }, 1)).Dispose();
        using var found = await client.GetAsync($"/api/v1/cases/{id}/check");
        var check = (await found.Content.ReadFromJsonAsync<JsonObject>())!;

        Assert.True((bool)check["complete"]!, $"{check}");
        Assert.Equal([("certificate", "Certificate", 500), ("urgent", "Urgent handling", 1000), ("extra_people", "Each further person on the certificate", 100)], Fees(check));
        Assert.Equal((1600, 0), ((long)check["due"]!, (long)check["settled"]!));
        Assert.Equal((long)check["case"]!["version"]!, long.Parse(found.Headers.ETag!.Tag.Trim('"'), System.Globalization.CultureInfo.InvariantCulture));
        using var sent = await client.ChangeAsync(HttpMethod.Post, $"/api/v1/cases/{id}/submit", null, found.Headers.ETag.Tag);
        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        using var over = await client.GetAsync($"/api/v1/cases/{id}/check");
        Assert.Equal(HttpStatusCode.NotFound, over.StatusCode);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_check_of_a_correction_tells_what_is_paid_and_what_is_not(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var (id, owner) = await Office.ReturnedAsync(platform);
        using var client = await platform.ClientAsync(owner);
        await client.TokenAsync();
        (await client.SaveAsync($"{id}", "purpose", new() { ["purpose"] = "school", ["urgent"] = true, ["truthful"] = true }, 1)).Dispose();

        var check = (await client.GetFromJsonAsync<JsonObject>($"/api/v1/cases/{id}/check"))!;

        Assert.Equal((1000, 500), ((long)check["due"]!, (long)check["settled"]!));
    }

    private static IEnumerable<(string, string, long)> Fees(JsonObject check) => check["fees"]!.AsArray().Select(f => ((string)f!["id"]!, (string)f["title"]!, (long)f["amount"]!));

    private static async Task<TestClient> ClientAsync(TestPlatform platform)
    {
        var client = await platform.ClientAsync(await platform.CitizenAsync());
        await client.TokenAsync();
        return client;
    }
}
