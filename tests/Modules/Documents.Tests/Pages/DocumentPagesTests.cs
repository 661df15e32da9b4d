using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
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
        var html = await client.GetStringAsync($"/lo/my/documents/{document.Row.DocumentId}");

        Assert.Contains(DocumentCode.Show(code), html, StringComparison.Ordinal);
        Assert.Contains("p-sheet__qr", html, StringComparison.Ordinal);
        Assert.Contains("p-sheet__room", html, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(html, "p-sheet__mark"));
        Assert.Contains(Issued.Holder, html, StringComparison.Ordinal);
        Assert.Contains("lang=\"lo\" dir=\"ltr\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", html, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Somebody_elses_document_is_the_same_bytes_as_none(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var (_, document) = await Issued.OneAsync(platform);
        var (theirs, none) = (document.Row.DocumentId.ToString("D"), Guid.CreateVersion7().ToString("D"));
        using var stranger = await platform.ClientAsync(await platform.CitizenAsync());
        using var elsewhere = await platform.ClientAsync(await platform.OfficialAsync("registrar", "transport-office"));

        foreach (var (client, path) in new[] { (stranger, "/en/my/documents/{0}"), (stranger, "/en/my/documents/{0}/pdf"), (stranger, "/en/desk/documents/{0}"), (elsewhere, "/en/desk/documents/{0}") })
        {
            Assert.Equal(await NotFoundAsync(client, path, none), await NotFoundAsync(client, path, theirs));
        }
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

    private static async Task<string> NotFoundAsync(TestClient client, string path, string id)
    {
        using var response = await client.GetAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, path, id));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        return (await response.Content.ReadAsStringAsync()).Replace(id, "", StringComparison.Ordinal);
    }

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
