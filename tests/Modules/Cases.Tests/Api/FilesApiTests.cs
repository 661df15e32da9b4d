using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Platform.Testing;

namespace Platform.Modules.Cases.Tests.Api;

/// <summary>Files through the API: sent first, then named by the answers of a page.</summary>
public sealed class FilesApiTests
{
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, .. new byte[2000]];
    private static readonly byte[] Pdf = [.. "%PDF-1.4\n"u8, .. new byte[2000]];

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_service_that_asks_for_a_file_is_filled_in_and_sent(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        using var client = await ClientAsync(platform);
        var id = await client.CreateAsync(service: "driving-licence-renewal");
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Jpeg), "file", "C:\\pictures\\me.jpg" } };
        var file = await SentAsync(client, id, form);
        Assert.Equal(("me.jpg", 2004, "image/jpeg"), ((string)file["name"]!, (long)file["size"]!, (string)file["type"]!));

        foreach (var (page, answers) in Renewal(platform, (string)file["id"]!))
        {
            using var saved = await client.SaveAsync(id, page, answers);
            Assert.True(saved.StatusCode == HttpStatusCode.NoContent, $"{page}: {await saved.Content.ReadAsStringAsync()}");
        }

        using var sent = await client.ChangeAsync(HttpMethod.Post, $"/api/v1/cases/{id}/submit", null, await client.TagAsync(id));
        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        var reference = (string)(await sent.Content.ReadFromJsonAsync<JsonObject>())!["reference"]!;
        Assert.Contains("me.jpg", await client.GetStringAsync($"/en/my/cases/{reference}"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Sent_as_a_plain_body_it_is_listed_named_kept_and_taken_away(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        using var client = await ClientAsync(platform);
        var id = await client.CreateAsync(service: "driving-licence-renewal");
        using var body = new ByteArrayContent(Jpeg) { Headers = { ContentType = new("image/jpeg") } };
        var file = await SentAsync(client, id, body, "?name=me.jpg");
        var listed = Assert.Single((await client.GetFromJsonAsync<JsonArray>($"/api/v1/cases/{id}/files"))!);
        Assert.Equal(file.ToJsonString(), listed!.ToJsonString());

        Assert.Equal("me.jpg", await SavedAsync(client, id, new() { ["photo"] = new JsonObject { ["id"] = (string)file["id"]!, ["name"] = "other.jpg" } }, 0));
        Assert.Equal("me.jpg", await SavedAsync(client, id, [], 1));
        Assert.Null(await SavedAsync(client, id, new() { ["photo"] = null }, 2));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_the_question_does_not_accept_is_a_mistake_in_words(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        using var client = await ClientAsync(platform);
        var id = await client.CreateAsync(service: "driving-licence-renewal");
        using var paper = new ByteArrayContent(Pdf);
        var file = await SentAsync(client, id, paper, "?name=paper.pdf");

        using var saved = await client.SaveAsync(id, "photo", new() { ["photo"] = new JsonObject { ["id"] = (string)file["id"]! } });
        using var text = new ByteArrayContent("only words"u8.ToArray());
        using var refused = await PostAsync(client, id, text, "?name=words.txt");
        using var nothing = new ByteArrayContent([]);
        using var empty = await PostAsync(client, id, nothing, "?name=me.jpg");

        Assert.Contains("one of these kinds", await saved.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.All([saved, refused, empty], a => Assert.Equal(HttpStatusCode.UnprocessableEntity, a.StatusCode));
        Assert.Contains("one of these kinds", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("The file is empty", await empty.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Single((await client.GetFromJsonAsync<JsonArray>($"/api/v1/cases/{id}/files"))!);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_file_of_another_case_is_none_of_this_one_and_a_sent_case_takes_no_more(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        using var client = await ClientAsync(platform);
        var (mine, other) = (await client.CreateAsync(service: "driving-licence-renewal"), await client.CreateAsync(service: "driving-licence-renewal"));
        using var body = new ByteArrayContent(Jpeg);
        var file = await SentAsync(client, other, body, "?name=me.jpg");

        Assert.Null(await SavedAsync(client, mine, new() { ["photo"] = new JsonObject { ["id"] = (string)file["id"]! } }, 0));

        var sent = await Workflow.Corrected.SentAsync(platform, (await platform.CitizenAsync()).PersonId);
        using var late = await PostAsync(client, $"{sent}", body, "?name=me.jpg");
        Assert.Equal(HttpStatusCode.NotFound, late.StatusCode);
    }

    // What begins like a PDF and is called a page or a program would run on the disk of the official who opens it.
    [Theory]
    [InlineData("report.html", "report.html.pdf")]
    [InlineData("Report.PDF", "Report.PDF")]
    [InlineData("x\u202Efdp.exe", "xfdp.exe.pdf")]
    [InlineData("a\r\nb\u2028.hta. ", "ab.hta.pdf")]
    [InlineData("ໃບຢັ້ງຢືນ\u200C.pdf", "ໃບຢັ້ງຢືນ\u200C.pdf")]
    [InlineData("C:\\papers\\", "file.pdf")]
    [InlineData("..", "file.pdf")]
    public async Task A_file_is_called_by_what_it_is(string called, string kept)
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        using var client = await ClientAsync(platform);
        var id = await client.CreateAsync(service: "driving-licence-renewal");
        using var body = new ByteArrayContent(Pdf);

        var file = await SentAsync(client, id, body, $"?name={Uri.EscapeDataString(called)}");

        Assert.Equal(kept, (string?)file["name"]);
        using var back = await client.GetAsync($"/en/my/files/{id}/{file["id"]}");
        Assert.Equal(("attachment", kept), (back.Content.Headers.ContentDisposition!.DispositionType, back.Content.Headers.ContentDisposition.FileNameStar));
    }

    [Fact]
    public async Task A_long_name_is_cut_between_characters()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        using var client = await ClientAsync(platform);
        var id = await client.CreateAsync(service: "driving-licence-renewal");
        using var body = new ByteArrayContent(Pdf);

        var file = await SentAsync(client, id, body, $"?name={Uri.EscapeDataString(string.Concat(Enumerable.Repeat("😀", 150)) + "x.pdf")}");

        var name = (string)file["name"]!;
        Assert.EndsWith("😀x.pdf", name, StringComparison.Ordinal);
        Assert.StartsWith("😀", name, StringComparison.Ordinal);
        Assert.InRange(name.Length, 190, 200);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_application_does_not_fill_the_disk(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter", args: "--Modules:cases:MostFiles=3");
        using var client = await ClientAsync(platform);
        var id = await client.CreateAsync(service: "driving-licence-renewal");
        using var body = new ByteArrayContent(Jpeg);

        var many = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => PostAsync(client, id, new ByteArrayContent(Jpeg), "?name=me.jpg")));
        using var more = await PostAsync(client, id, body, "?name=me.jpg");

        Assert.Equal(3, many.Count(a => a.StatusCode == HttpStatusCode.Created));
        Assert.Equal(3, (await client.GetFromJsonAsync<JsonArray>($"/api/v1/cases/{id}/files"))!.Count);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, more.StatusCode);
        Assert.Contains("as many files as", await more.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    // Answers of the API are small; a photo is not.
    [Fact]
    public async Task A_file_may_be_larger_than_what_else_is_sent()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        var routes = platform.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => e.RoutePattern.RawText!.StartsWith("/api/v1/cases/{caseId:guid}/", StringComparison.Ordinal));

        Assert.Equal(
            [("files", 101_000_000L)],
            routes.Select(r => (r.RoutePattern.RawText!.Split('/')[^1], r.Metadata.GetMetadata<IRequestSizeLimitMetadata>()!.MaxRequestBodySize!.Value)).Where(r => r.Item2 > 1 << 20));
    }

    private static IEnumerable<(string Page, JsonObject Answers)> Renewal(TestPlatform platform, string photo) =>
    [
        ("driver", new() { ["full_name"] = new JsonObject { ["given"] = "Noy", ["family"] = "Sipaseuth" }, ["birth_date"] = "1980-02-03", ["national_id"] = "28640975", ["phone"] = "+99928640975" }),
        ("licence", new() { ["licence_number"] = "L-12345", ["categories"] = new JsonArray("car"), ["expires"] = "2026-05-06", ["lost"] = false }),
        ("photo", new() { ["photo"] = new JsonObject { ["id"] = photo } }),
        ("collection", new() { ["collect_at"] = "XA01", ["truthful"] = true }),
    ];

    // The name of the photo that the page has now.
    private static async Task<string?> SavedAsync(TestClient client, string id, JsonObject answers, long version)
    {
        (await client.SaveAsync(id, "photo", answers, version)).Dispose();
        var page = (await client.GetFromJsonAsync<JsonObject>($"/api/v1/cases/{id}/pages/photo"))!;
        Assert.Equal(version + 1, (long)page["version"]!);
        return (string?)page["answers"]!["photo"]?["name"];
    }

    private static async Task<JsonObject> SentAsync(TestClient client, string id, HttpContent content, string query = "")
    {
        using var answer = await PostAsync(client, id, content, query);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, $"{answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
    }

    private static Task<HttpResponseMessage> PostAsync(TestClient client, string id, HttpContent content, string query) =>
        client.PostAsync($"/api/v1/cases/{id}/files{query}", content);

    private static async Task<TestClient> ClientAsync(TestPlatform platform)
    {
        var client = await platform.ClientAsync(await platform.CitizenAsync());
        await client.TokenAsync();
        return client;
    }
}
