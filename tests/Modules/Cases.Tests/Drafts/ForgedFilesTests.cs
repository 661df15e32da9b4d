using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Modules.Forms;
using Platform.Core.Packs;
using Platform.Modules.Cases.Drafts;
using Platform.Modules.Cases.Form.Questions;
using Platform.Modules.Cases.Tests.Api;
using Platform.Testing;

namespace Platform.Modules.Cases.Tests.Drafts;

/// <summary>Files are named by the platform alone; whoever makes one up has sent none.</summary>
public sealed class ForgedFilesTests
{
    private const string Endless = "99999999999999999999";

    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, .. new byte[2000]];

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task By_the_page_count_for_nothing_with_and_without_the_field_of_the_upload(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var (me, path) = await RenewalAsync(platform);
        (string, string)[] forged = [("photo.id", $"{Guid.CreateVersion7():D}"), ("photo.name", "forged.jpg"), ("photo.size", Endless), ("photo.type", "image/jpeg")];

        foreach (var fields in new[] { forged, [.. forged, ("photo", "")] })
        {
            Assert.Equal(HttpStatusCode.OK, await me.GetAsync(path));
            Assert.Equal(HttpStatusCode.OK, await me.SendAsync(Only(me, fields)));
            Assert.DoesNotContain("forged.jpg", me.Html, StringComparison.Ordinal);
            Assert.EndsWith("/photo", me.At, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.OK, await me.UploadAsync("photo", "mine.jpg", Jpeg, ("photo", "")));
        await me.GetAsync(path);
        await me.PostAsync([.. forged, ("photo", "")]);
        await me.GetAsync(path);
        Assert.Contains("mine.jpg", me.Html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task By_the_api_within_a_group_count_for_nothing_and_the_desk_opens_the_case(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        using var client = await platform.ClientAsync(await platform.CitizenAsync());
        await client.TokenAsync();
        var id = await client.CreateAsync(service: "complaint");
        await ComplainAsync(client, id, [Item("x", "1"), Item($"{Guid.CreateVersion7():D}", Endless)]);
        using var refused = await client.ChangeAsync(HttpMethod.Post, $"/api/v1/cases/{id}/submit", null, null);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);

        using var emptied = await client.SaveAsync(id, "evidence", new() { ["evidence"] = new JsonArray() }, 1);
        using var sent = await client.ChangeAsync(HttpMethod.Post, $"/api/v1/cases/{id}/submit", null, null);

        Assert.True(sent.StatusCode == HttpStatusCode.OK, await emptied.Content.ReadAsStringAsync() + await sent.Content.ReadAsStringAsync());
        using var officer = await platform.ClientAsync(await platform.OfficialAsync("complaints-officer", "inspection-office"));
        var found = await platform.Services.GetRequiredService<CaseStore>().FindAsync(Guid.Parse(id), new CaseAccess.AfterCommit());
        using var opened = await officer.GetAsync($"/en/desk/cases/{found!.Reference}");
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Through_the_api_a_file_of_the_page_stays_where_its_id_stands(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        using var client = await platform.ClientAsync(await platform.CitizenAsync());
        await client.TokenAsync();
        var id = await client.CreateAsync(service: "complaint");
        await ComplainAsync(client, id, []);
        var me = new FormClient(client);
        await me.GetAsync($"/en/apply/{id}/evidence");
        await me.PostAsync(("evidence", ""), ("add", "evidence"));
        await me.UploadAsync("evidence.0.evidence_file", "first.jpg", Jpeg, ("evidence", ""), ("evidence.0.evidence_file", ""), ("add", "evidence"));
        await me.UploadAsync("evidence.1.evidence_file", "second.jpg", Jpeg, ("evidence", ""), ("evidence.0.evidence_file", ""), ("evidence.1.evidence_file", ""));
        var files = await FilesAsync(platform, id);
        Assert.Equal(2, files.Count);

        using var saved = await client.SaveAsync(id, "evidence", new() { ["evidence"] = new JsonArray(Item($"{files[1]:D}", Endless)) }, 4);

        Assert.Equal(HttpStatusCode.NoContent, saved.StatusCode);
        await me.GetAsync($"/en/apply/{id}/evidence");
        Assert.Contains("second.jpg", me.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("first.jpg", me.Html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task That_were_stored_before_are_dropped_where_the_case_is_opened(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var owner = await platform.CitizenAsync();
        var (_, path) = await RenewalAsync(platform, owner);
        var id = Guid.Parse(path.Split('/')[3]);
        await Residence.SaveAsync(platform, id, owner.PersonId, new DraftPage("photo", 0, Residence.Fields(
            ("photo", ""), ("photo.id", $"{Guid.CreateVersion7():D}"), ("photo.name", "forged.jpg"), ("photo.size", Endless), ("photo.type", "image/jpeg"))));

        var open = (await Residence.OpenAsync(platform, id, owner.PersonId))!;

        Assert.False(open.Filled.Page("photo")!.IsComplete);
        Assert.Null(open.Filled.Answers["photo"]);
    }

    [Fact]
    public async Task In_answers_that_were_sent_before_are_shown_and_name_no_file()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        var pack = platform.Services.GetRequiredService<ActivePack>().Current.Pack;
        var photo = pack.Services.Find("driving-licence-renewal")!.Section<Cases.Form.FormSection>()!.Questions.Select(q => q.Question).OfType<FileQuestion>().First();
        var answer = new JsonObject { ["id"] = "x", ["name"] = "forged.jpg", ["size"] = decimal.MaxValue, ["type"] = "image/jpeg" };
        await using var scope = platform.Services.CreateAsyncScope();

        Assert.Empty(photo.Files(answer));
        Assert.Contains("forged.jpg", photo.Show(answer, new(scope.ServiceProvider.GetRequiredService<Microsoft.Extensions.Localization.IStringLocalizer>(), pack, "en")), StringComparison.Ordinal);
    }

    // The page's own token and version, and of its other fields only these.
    private static FormUrlEncodedContent Only(FormClient at, (string Name, string Value)[] fields) => new(
        fields.Concat(((string[])["_form", "version"]).Select(name => (name, Regex.Match(at.Html, $"name=\"{name}\"[^>]*value=\"([^\"]*)\"").Groups[1].Value)))
            .Select(f => KeyValuePair.Create(f.Item1, f.Item2)));

    private static JsonObject Item(string id, string size) => new()
    {
        ["evidence_file"] = new JsonObject { ["id"] = id, ["name"] = "forged.jpg", ["size"] = size, ["type"] = "image/jpeg" },
    };

    internal static async Task<(FormClient Me, string Path)> RenewalAsync(TestPlatform platform, TestPerson? person = null)
    {
        var client = await platform.ClientAsync(person ?? await platform.CitizenAsync());
        await client.TokenAsync();
        return (new(client), $"/en/apply/{await client.CreateAsync(service: "driving-licence-renewal")}/photo");
    }

    private static async Task ComplainAsync(TestClient client, string id, JsonArray evidence)
    {
        (string, JsonObject)[] pages =
        [
            ("about", new() { ["subject"] = "service", ["about_organization"] = "registry-office", ["kind"] = "delay" }),
            ("service", new() { ["service_name"] = "Certificate of residence" }),
            ("events", new() { ["happened"] = "2026-01", ["place"] = "XA01", ["description"] = "It took three weeks" }),
            ("evidence", new() { ["evidence"] = evidence }),
            ("contact", new() { ["full_name"] = new JsonObject { ["given"] = "Noy" }, ["truthful"] = true }),
        ];
        foreach (var (page, answers) in pages)
        {
            (await client.SaveAsync(id, page, answers)).Dispose();
        }
    }

    // In the order they came.
    private static async Task<List<Guid>> FilesAsync(TestPlatform platform, string id) =>
        [.. (await platform.Services.GetRequiredService<CaseStore>().FilesAsync(Guid.Parse(id), new CaseAccess.AfterCommit())).Select(f => f.FileId)];
}
