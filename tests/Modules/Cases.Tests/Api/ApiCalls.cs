using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Platform.Testing;

namespace Platform.Modules.Cases.Tests.Api;

/// <summary>What a program says to the API of cases.</summary>
internal static class ApiCalls
{
    /// <summary>Every further request of this client carries the antiforgery header.</summary>
    public static async Task TokenAsync(this TestClient client)
    {
        var session = (await client.GetFromJsonAsync<JsonObject>("/api/v1/identity/session"))!;
        client.DefaultRequestHeaders.Add((string)session["csrfHeader"]!, (string)session["csrfToken"]!);
    }

    public static async Task<string> CreateAsync(this TestClient client, Guid? key = null, string service = Residence.Service)
    {
        using var created = await client.ChangeAsync(HttpMethod.Post, "/api/v1/cases/", new() { ["service"] = service }, key: $"{key ?? Guid.CreateVersion7():D}");
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        return (string)(await created.Content.ReadFromJsonAsync<JsonObject>())!["id"]!;
    }

    /// <summary>Right answers on every page.</summary>
    /// <param name="version">Of the first page.</param>
    public static async Task AnswerAsync(this TestClient client, TestPlatform platform, string id, long version = 0)
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
            using var saved = await client.SaveAsync(id, page, answers, at);
            Assert.True(saved.StatusCode == HttpStatusCode.NoContent, $"{page}: {await saved.Content.ReadAsStringAsync()}");
        }
    }

    /// <summary>The entity tag of the case as it is now.</summary>
    public static async Task<string> TagAsync(this TestClient client, string id)
    {
        using var found = await client.GetAsync($"/api/v1/cases/{id}");
        return found.Headers.ETag!.Tag;
    }

    public static Task<HttpResponseMessage> SaveAsync(this TestClient client, string id, string page, JsonObject answers, long version = 0) =>
        client.ChangeAsync(HttpMethod.Put, $"/api/v1/cases/{id}/pages/{page}", answers, $"\"{version}\"");

    public static async Task<HttpResponseMessage> ChangeAsync(
        this TestClient client, HttpMethod method, string path, JsonObject? body = null, string? match = null, string? key = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        foreach (var (name, value) in new[] { ("If-Match", match), ("Idempotency-Key", key) }.Where(h => h.Item2 is not null))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await client.SendAsync(request);
    }
}
