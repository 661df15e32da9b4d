using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Keys.Subjects;
using Platform.Testing;

namespace Platform.Modules.Cases.Tests.Journeys;

/// <summary>Stopping and coming back: after the session ended, from the list of one's cases, and from the answers to be checked.</summary>
public sealed partial class ComingBackTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Whoever_was_signed_out_while_typing_comes_back_to_the_question_and_has_lost_nothing(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        var me = await platform.CitizenAsync();
        using var client = await platform.ClientAsync(me);
        var form = new FormClient(client);
        await ResidenceJourneyTests.StartAsync(form);
        var page = form.At;

        platform.Clock.Leap(TimeSpan.FromDays(60));
        Assert.Equal(HttpStatusCode.Unauthorized, await form.PostAsync(("full_name.given", "Typed \"long\" ago"), ("full_name.family", ""), ("birth_date.year", "1980")));
        Assert.Contains($"/en/sign-in?return={Uri.EscapeDataString(page)}", form.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, await form.PostAsync());
        await platform.SignInAsync(client, me);

        Assert.Equal(HttpStatusCode.OK, await form.PostAsync());
        Assert.Equal(page, form.At);
        Assert.Contains("Typed \"long\" ago", Field(form, "full_name.given"), StringComparison.Ordinal);
        Assert.DoesNotContain("govuk-error-summary", form.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await form.PostAsync(("full_name.given", Field(form, "full_name.given")), ("birth_date.year", Field(form, "birth_date.year"))));
        Assert.EndsWith("/address", form.At, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_signed_out_is_led_to_sign_in_and_back_whether_the_draft_exists_or_not()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        using var client = await platform.ClientAsync(await platform.CitizenAsync());
        var form = new FormClient(client);
        await ResidenceJourneyTests.StartAsync(form);
        using var nobody = platform.Client();

        foreach (var path in new[] { form.At, $"/en/apply/{Guid.CreateVersion7():D}/applicant" })
        {
            using var response = await nobody.GetAsync(path);
            Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
            Assert.EndsWith($"/en/sign-in?return={Uri.EscapeDataString(path)}", response.Headers.Location!.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_no_form_is_refused_and_breaks_nothing()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        using var nobody = platform.Client();
        using var json = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        using var endless = new StringContent(string.Concat(Enumerable.Repeat("a=&", 2000)), System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
        using var torn = new StringContent("--b\r\nnonsense", System.Text.Encoding.UTF8, "multipart/form-data");
        torn.Headers.ContentType!.Parameters.Add(new("boundary", "b"));

        foreach (var content in new[] { json, endless, torn })
        {
            using var response = await nobody.PostAsync($"/en/apply/{Guid.CreateVersion7():D}/applicant", content);
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        }
    }

    [Fact]
    public async Task An_erased_draft_is_not_begun_again()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        using var client = await platform.ClientAsync(await platform.CitizenAsync());
        var form = new FormClient(client);
        var erased = Guid.CreateVersion7();
        await platform.Services.GetRequiredService<KeyStore>().EraseAsync(erased);
        await form.GetAsync($"/en/apply/{Residence.Service}");

        Assert.Equal(HttpStatusCode.NotFound, await form.PostAsync(("draft", $"{erased:D}")));
    }

    [Fact]
    public async Task A_form_forged_elsewhere_saves_nothing()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        using var client = await platform.ClientAsync(await platform.CitizenAsync());
        var form = new FormClient(client);
        await ResidenceJourneyTests.StartAsync(form);
        using var body = new MultipartFormDataContent { { new StringContent("Forged"), "full_name.given" }, { new StringContent("1980"), "birth_date.year" }, { new StringContent("0"), "version" } };

        await form.SendAsync(body);
        await form.GetAsync(form.At);

        Assert.DoesNotContain("Forged", form.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_listed_and_opens_where_something_is_missing()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        using var client = await platform.ClientAsync(await platform.CitizenAsync());
        var form = new FormClient(client);
        await ResidenceJourneyTests.StartAsync(form);
        await form.PostAsync(("full_name.given", "Noy"), ("birth_date.year", "1980"));

        await form.GetAsync("/en/my/cases");
        var draft = Draft().Match(form.Html).Value;
        using var opened = await client.GetAsync(draft);

        Assert.EndsWith("/address", opened.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_leads_to_the_first_field_and_back_to_the_answers_by_way_of_what_the_change_asks_for()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        var me = await platform.CitizenAsync();
        using var client = await platform.ClientAsync(me);
        var form = new FormClient(client);
        var check = $"/en/apply/{await Residence.DraftAsync(platform, me.PersonId):D}/check";
        await form.GetAsync(check);
        var links = Change().Matches(form.Html).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).ToList();

        foreach (var link in links.Select(l => l.Split('#')))
        {
            await form.GetAsync(link[0]);
            Assert.Contains($"id=\"{link[1]}\"", form.Html, StringComparison.Ordinal);
        }

        await form.GetAsync(links.First(l => l.Contains("/address", StringComparison.Ordinal)).Split('#')[0]);
        var village = new[] { "province", "district", "village" }.Select(level => ($"village.{level}", Selected(form, $"village.{level}"))).ToArray();
        await form.PostAsync([.. village, ("since.month", ""), ("since.year", "2019"), ("tenure", "rented")]);
        Assert.Contains("govuk-error-summary", form.Html, StringComparison.Ordinal);
        await form.PostAsync([.. village, ("since.month", "4"), ("since.year", "2019"), ("tenure", "rented")]);
        Assert.Contains("/landlord?from=check", form.At, StringComparison.Ordinal);
        await form.PostAsync(("landlord_name.given", "Somsy"));

        Assert.Equal(check, form.At);
        Assert.Contains("Somsy", form.Html, StringComparison.Ordinal);
    }

    private static string Field(FormClient form, string name) =>
        WebUtility.HtmlDecode(Regex.Match(form.Html, $"<input[^>]*name=\"{Regex.Escape(name)}\"[^>]*value=\"([^\"]*)\"").Groups[1].Value);

    private static string Selected(FormClient form, string name) => WebUtility.HtmlDecode(
        Regex.Match(Regex.Match(form.Html, $"<select[^>]*name=\"{Regex.Escape(name)}\".*?</select>", RegexOptions.Singleline).Value, "<option[^>]*selected[^>]*>").Value is var option
            ? Regex.Match(option, "value=\"([^\"]*)\"").Groups[1].Value
            : "");

    [GeneratedRegex("/en/apply/[0-9a-f-]{36}/check")]
    private static partial Regex Draft();

    [GeneratedRegex("href=\"([^\"]*from=check#[^\"]*)\"")]
    private static partial Regex Change();
}
