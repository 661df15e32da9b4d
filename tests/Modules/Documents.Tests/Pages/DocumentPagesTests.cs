using System.Net;
using System.Text.RegularExpressions;
using Dapper;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Data;
using Platform.Modules.Cases.Desk;
using Platform.Modules.Documents.Issuing;
using Platform.Testing;

namespace Platform.Modules.Documents.Tests.Pages;

public sealed partial class DocumentPagesTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_holder_sees_the_certificate_with_its_frame_code_and_marks(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "e-laos");
        var (owner, document) = await Issued.OneAsync(platform);
        var code = (await Issued.OpenAsync(platform, document)).Content.Code;
        using var client = await platform.ClientAsync(owner);

        Assert.Contains(document.Row.Number, await client.GetStringAsync("/lo/my/documents"), StringComparison.Ordinal);
        Assert.Contains($"href=\"/lo/my/documents/{document.Row.DocumentId}\"", await client.GetStringAsync($"/lo/my/cases/{document.Case.Reference}"), StringComparison.Ordinal);
        var html = await client.GetStringAsync($"/lo/my/documents/{document.Row.DocumentId}");

        Assert.Contains(DocumentCode.Show(code), html, StringComparison.Ordinal);
        Assert.Contains("p-sheet__qr", html, StringComparison.Ordinal);
        Assert.Contains("p-sheet__room", html, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(html, "p-sheet__mark"));
        Assert.Contains(Issued.Holder, html, StringComparison.Ordinal);
        Assert.Contains("lang=\"lo\" dir=\"ltr\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", html, StringComparison.Ordinal);
        // The frame as well, whatever language the reader's page is in.
        var english = await client.GetStringAsync($"/en/my/documents/{document.Row.DocumentId}");
        Assert.Contains("My documents", english, StringComparison.Ordinal);
        Assert.DoesNotContain("Demonstration, not a government document", english, StringComparison.Ordinal);
        Assert.Contains("The signed text of this document", english, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Somebody_elses_document_is_the_same_bytes_as_none_on_every_route_that_there_is(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var (owner, document) = await Issued.OneAsync(platform);
        var (theirs, none) = (document.Row.DocumentId.ToString("D"), Guid.CreateVersion7().ToString("D"));
        var routes = RoutesToADocument(platform);
        using var stranger = await platform.ClientAsync(await platform.CitizenAsync());
        using var elsewhere = await platform.ClientAsync(await platform.OfficialAsync(Head, "transport-office"));
        using var nobody = platform.Client();

        foreach (var (client, path) in routes.SelectMany(path => new[] { (stranger, path), (elsewhere, path), (nobody, path) }))
        {
            Assert.Equal(await NotShownAsync(client, path, none), await NotShownAsync(client, path, theirs));
        }

        using var holder = await platform.ClientAsync(owner);
        using var head = await platform.ClientAsync(await platform.OfficialAsync(Head, document.Row.Organization));
        foreach (var path in routes)
        {
            using var own = await (path.Contains("/my/", StringComparison.Ordinal) ? holder : head).GetAsync(path.Replace("{id}", theirs, StringComparison.Ordinal));
            Assert.True(own.StatusCode == HttpStatusCode.OK || path.EndsWith("/pdf", StringComparison.Ordinal), $"{path}: {own.StatusCode}");
        }
    }

    [Fact]
    public async Task The_copy_for_a_device_says_when_it_was_kept_and_how_the_document_stood_then()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        var (owner, document) = await Issued.OneAsync(platform);
        using var client = await platform.ClientAsync(owner);
        Assert.Contains($"data-document=\"/en/my/documents/{document.Row.DocumentId:D}\"", await client.GetStringAsync("/en/my/documents"), StringComparison.Ordinal);
        var path = $"/en/my/documents/{document.Row.DocumentId:D}/kept";

        var kept = await client.GetStringAsync(path);
        Assert.Contains("Kept on this device on March 2, 2026, 2:00", kept, StringComparison.Ordinal);
        Assert.Contains("Then it was: In force.", kept, StringComparison.Ordinal);
        Assert.Contains("p-sheet__qr", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("/pdf\"", kept, StringComparison.Ordinal);

        platform.Clock.AdjustTime(platform.Clock.GetUtcNow().AddDays(200));
        using var later = await platform.ClientAsync(owner);
        Assert.Contains("Then it was: Expired.", await later.GetStringAsync(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_and_a_signed_text_can_be_typed_into_the_form()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        var (owner, document) = await Issued.OneAsync(platform);
        using var holder = await platform.ClientAsync(owner);
        using var client = platform.Client();
        var form = new FormClient(client);

        await form.GetAsync("/en/verify");
        Assert.Equal(HttpStatusCode.OK, await form.PostAsync(("text", DocumentCode.Show((await Issued.OpenAsync(platform, document)).Content.Code))));
        Assert.Contains("genuine and in force", form.Html, StringComparison.Ordinal);
        await form.GetAsync("/en/verify");
        Assert.Equal(HttpStatusCode.OK, await form.PostAsync(("text", await holder.GetStringAsync($"/en/my/documents/{document.Row.DocumentId:D}/signed"))));
        Assert.Contains("These words were signed", form.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_signed_text_comes_as_a_file()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        var (owner, document) = await Issued.OneAsync(platform);
        using var client = await platform.ClientAsync(owner);

        using var response = await client.GetAsync($"/en/my/documents/{document.Row.DocumentId:D}/signed");

        Assert.Equal("RC-2026-000001.jws", response.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal(3, (await response.Content.ReadAsStringAsync()).Split('.').Length);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_official_corrects_and_the_old_document_is_replaced(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var (owner, document) = await Issued.OneAsync(platform);
        var old = await Issued.OpenAsync(platform, document);
        using var head = await platform.ClientAsync(await platform.OfficialAsync(Head, document.Row.Organization));
        var path = $"/en/desk/documents/{document.Row.DocumentId:D}/correct";
        var form = await head.GetStringAsync(path);
        Assert.Contains("value=\"Third house\"", form, StringComparison.Ordinal);

        Assert.Contains("Write the reason", await PostAsync(head, path, form, ("house", "Fourth house"), ("reason", "")), StringComparison.Ordinal);
        var shown = await PostAsync(head, path, form, ("house", "Fourth house"), ("reason", "The house was wrong"));

        Assert.Contains("Fourth house", shown, StringComparison.Ordinal);
        Assert.Contains("RC-2026-000002", shown, StringComparison.Ordinal);
        await Issued.DeliverAsync(platform);
        using var anybody = platform.Client();
        Assert.Contains("corrected and replaced", await anybody.GetStringAsync($"/en/verify/{old.Content.Code}"), StringComparison.Ordinal);
        var both = await platform.Services.GetRequiredService<DocumentStore>().ListAsync(new Cases.CaseAccess.Owner(owner.PersonId));
        Assert.Equal([DocumentStates.Issued, DocumentStates.Replaced], both.Select(d => d.Row.State));
        Assert.Equal((document.Row.DocumentId, document.Row.ValidUntil), (both[0].Row.Replaces, both[0].Row.ValidUntil));
        // A second correction of the same document meets one that no longer counts.
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync(path)).StatusCode);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Which_official_looked_at_a_document_is_on_record(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var (_, document) = await Issued.OneAsync(platform);
        using var head = await platform.ClientAsync(await platform.OfficialAsync(Head, document.Row.Organization));
        var path = $"/en/desk/documents/{document.Row.DocumentId:D}";
        var before = await LooksAsync(platform, document);

        var shown = await head.GetStringAsync(path);
        Assert.Contains(Issued.Holder, shown, StringComparison.Ordinal);
        Assert.Equal(before + 1, await LooksAsync(platform, document));
        Assert.Contains(Issued.Holder, await PostAsync(head, path, shown, ("reason", "")), StringComparison.Ordinal);
        Assert.Equal(before + 2, await LooksAsync(platform, document));
        var form = await head.GetStringAsync($"{path}/correct");
        Assert.Equal(before + 3, await LooksAsync(platform, document));
        await PostAsync(head, $"{path}/correct", form, ("reason", ""));
        Assert.Equal(before + 4, await LooksAsync(platform, document));
    }

    [Fact]
    public async Task A_case_on_the_desk_leads_to_its_documents()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        var (_, document) = await Issued.OneAsync(platform);
        var link = $"/en/desk/documents/{document.Row.DocumentId:D}";
        using var registrar = await platform.ClientAsync(await platform.OfficialAsync("registrar", document.Row.Organization));

        Assert.Contains(link, await registrar.GetStringAsync($"/en/desk/cases/{document.Case.Reference}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_official_revokes_with_a_reason_that_the_holder_reads()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        var (owner, document) = await Issued.OneAsync(platform);
        using var head = await platform.ClientAsync(await platform.OfficialAsync(Head, document.Row.Organization));
        using var registrar = await platform.ClientAsync(await platform.OfficialAsync("registrar", document.Row.Organization));
        var path = $"/en/desk/documents/{document.Row.DocumentId:D}";

        Assert.DoesNotContain("name=\"reason\"", await registrar.GetStringAsync(path), StringComparison.Ordinal);
        await PostAsync(head, path, await head.GetStringAsync(path), ("reason", "It was given in error"));

        using var client = await platform.ClientAsync(owner);
        var html = await client.GetStringAsync($"/en/my/documents/{document.Row.DocumentId:D}");
        Assert.Contains("It was given in error", html, StringComparison.Ordinal);
        Assert.Contains("p-sheet__ended", html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_officials_own_document_is_not_on_her_desk_to_be_corrected_or_revoked(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var (_, another) = await Issued.OneAsync(platform);
        var head = await platform.OfficialAsync(Head, another.Row.Organization);
        await Issued.ApproveAsync(platform, await Issued.SubmittedAsync(platform, head.PersonId));
        var own = Assert.Single(await platform.Services.GetRequiredService<DocumentStore>().ListAsync(new Cases.CaseAccess.Owner(head.PersonId)));
        using var client = await platform.ClientAsync(head);

        foreach (var path in RoutesToADocument(platform).Where(path => path.Contains("/desk/", StringComparison.Ordinal)))
        {
            Assert.Equal(await NotShownAsync(client, path, $"{Guid.CreateVersion7():D}"), await NotShownAsync(client, path, $"{own.Row.DocumentId:D}"));
        }

        Assert.Contains("There is no such case in your office", await client.GetStringAsync($"/en/desk/documents?reference={own.Case.Reference}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"/en/my/documents/{own.Row.DocumentId:D}")).StatusCode);
    }

    [Fact]
    public async Task The_printed_address_leads_to_the_readers_language()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "e-laos");
        using var client = platform.Client();
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");

        Assert.Equal("/en/verify/ABC", (await client.GetAsync("/verify/ABC")).Headers.Location!.ToString());
        Assert.Equal("/en/verify", (await client.GetAsync("/verify")).Headers.Location!.ToString());
    }

    private const string Head = "senior-registrar";

    private static async Task<long> LooksAsync(TestPlatform platform, FoundDocument document)
    {
        await using var connection = await platform.Services.GetRequiredService<Db>().OpenAsync();
        return await connection.ExecuteScalarAsync<long>("select count(*) from platform_audit where subject_id = @subject", new { subject = AccessLog.SubjectOf(document.Case.CaseId) });
    }

    // From the routes themselves, so that a new one cannot be forgotten here.
    private static List<string> RoutesToADocument(TestPlatform platform)
    {
        var pages = platform.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath.StartsWith("/Documents/", StringComparison.Ordinal) == true);
        var routes = pages.Where(e => e.RoutePattern.Parameters.Any(p => p.Name == "id"))
            .Select(e => "/" + e.RoutePattern.RawText!.Replace("{lang}", "en", StringComparison.Ordinal).Replace("{id:guid}", "{id}", StringComparison.Ordinal)).Distinct().ToList();
        Assert.All(["/en/my/documents/{id}", "/en/my/documents/{id}/pdf", "/en/my/documents/{id}/signed", "/en/desk/documents/{id}", "/en/desk/documents/{id}/correct"], known => Assert.Contains(known, routes));
        return routes;
    }

    // GET, and POST with a token of the portal, so that nothing but the document itself is missing.
    private static async Task<string> NotShownAsync(TestClient client, string route, string id)
    {
        var path = route.Replace("{id}", id, StringComparison.Ordinal);
        using var read = await client.GetAsync(path);
        var token = Regex.Match(await client.GetStringAsync("/en/sign-in"), "name=\"_form\"[^>]*value=\"([^\"]*)\"").Groups[1].Value;
        Assert.NotEmpty(token);
        using var written = await client.PostAsync(path, new FormUrlEncodedContent([new("_form", token), new("reason", "None"), new("version", "1")]));
        foreach (var response in new[] { read, written })
        {
            var toSignIn = response.StatusCode == HttpStatusCode.Redirect && response.Headers.Location!.ToString().Contains("/sign-in", StringComparison.Ordinal);
            Assert.True(response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden || toSignIn, $"{path}: {response.StatusCode}");
        }

        return (await AllOfAsync(read) + await AllOfAsync(written)).Replace(id, "", StringComparison.Ordinal);
    }

    private static async Task<string> AllOfAsync(HttpResponseMessage response) =>
        $"{response.StatusCode} {response.Headers.Location} {string.Join(';', response.Content.Headers)} {await response.Content.ReadAsStringAsync()}";

    // Every field as the page shows it, with some of them changed.
    private static async Task<string> PostAsync(TestClient client, string path, string html, params (string Name, string Value)[] changed)
    {
        var fields = new Dictionary<string, string>();
        foreach (Match input in Input().Matches(html))
        {
            fields[WebUtility.HtmlDecode(Attribute(input.Value, "name"))] = WebUtility.HtmlDecode(Attribute(input.Value, "value"));
        }

        foreach (Match select in Select().Matches(html))
        {
            fields[select.Groups[1].Value] = Regex.Match(select.Value, "<option[^>]*value=\"([^\"]*)\"[^>]*selected|<option[^>]*selected[^>]*value=\"([^\"]*)\"") is { Success: true } m
                ? m.Groups[1].Value + m.Groups[2].Value : "";
        }

        foreach (var (name, value) in changed)
        {
            fields[name] = value;
        }

        using var response = await client.PostAsync(path, new FormUrlEncodedContent(fields.Where(f => f.Key.Length > 0)));
        return response.StatusCode == HttpStatusCode.Redirect ? await client.GetStringAsync(response.Headers.Location) : await response.Content.ReadAsStringAsync();
    }

    private static string Attribute(string tag, string name) => Regex.Match(tag, $"\\b{name}=\"([^\"]*)\"").Groups[1].Value;

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Input();

    [GeneratedRegex("<select[^>]*name=\"([^\"]*)\".*?</select>", RegexOptions.Singleline)]
    private static partial Regex Select();
}
