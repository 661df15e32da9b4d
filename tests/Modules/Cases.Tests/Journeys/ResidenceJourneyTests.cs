using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Packs;
using Platform.Testing;

namespace Platform.Modules.Cases.Tests.Journeys;

public sealed partial class ResidenceJourneyTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_citizen_applies_without_script_and_gets_a_reference(DatabaseKind kind)
    {
        await using var platform = await TestPlatform.StartAsync(kind, "starter");
        using var client = await platform.ClientAsync(await platform.CitizenAsync());
        var form = new FormClient(client);

        var reference = await ApplyAsync(platform, form);

        Assert.Equal(HttpStatusCode.OK, await form.GetAsync($"/en/my/cases/{reference}"));
        Assert.Contains("Received", form.Html, StringComparison.Ordinal);
        Assert.Contains("Noy", form.Html, StringComparison.Ordinal);
        Assert.Matches(@"Pay [\d,.]+\s\w+ at a cashier", WebUtility.HtmlDecode(form.Html));
        Assert.Equal(HttpStatusCode.OK, await form.GetAsync("/en/my/cases"));
        Assert.Contains(reference, form.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_input_is_kept_and_every_mistake_is_told_at_once()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        using var client = await platform.ClientAsync(await platform.CitizenAsync());
        var form = new FormClient(client);
        await StartAsync(form);

        await form.PostAsync(("full_name.given", ""), ("full_name.family", "Only family"), ("birth_date.year", "80"), ("birth_date.month", "13"), ("phone", "12"));

        Assert.Contains("/applicant", form.At, StringComparison.Ordinal);
        Assert.Contains("govuk-error-summary", form.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"#full_name_given\"", form.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"#birth_date_year\"", form.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"#birth_date_month\"", form.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"#phone\"", form.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"Only family\"", form.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_elses_draft_and_case_are_the_same_bytes_as_none()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        using var client = await platform.ClientAsync(await platform.CitizenAsync());
        var form = new FormClient(client);
        var reference = await ApplyAsync(platform, form);
        await StartAsync(form);
        var draft = form.At;
        using var other = await platform.ClientAsync(await platform.CitizenAsync());
        var stranger = new FormClient(other);

        foreach (var (theirs, none) in new[] { (draft, $"/en/apply/{Guid.CreateVersion7():D}/applicant"), ($"/en/my/cases/{reference}", "/en/my/cases/0000000000") })
        {
            Assert.Equal(HttpStatusCode.NotFound, await stranger.GetAsync(theirs));
            var bytes = stranger.Html.Replace(theirs, "", StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, await stranger.GetAsync(none));
            Assert.Equal(stranger.Html.Replace(none, "", StringComparison.Ordinal), bytes);
        }
    }

    [Fact]
    public async Task A_second_window_shows_what_is_saved_and_what_was_typed()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        using var client = await platform.ClientAsync(await platform.CitizenAsync());
        var (first, second) = (new FormClient(client), new FormClient(client));
        await StartAsync(first);
        await second.GetAsync(first.At);
        await first.PostAsync(("full_name.given", "Typed first"), ("birth_date.year", "1980"));

        Assert.Equal(HttpStatusCode.Conflict, await second.PostAsync(("full_name.given", "Typed second"), ("birth_date.year", "1980")));

        Assert.Contains("Typed first", second.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"Typed second\"", second.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Begun_twice_because_no_answer_came_it_is_one_draft()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        using var client = await platform.ClientAsync(await platform.CitizenAsync());
        using var other = await platform.ClientAsync(await platform.CitizenAsync());
        var (form, stranger) = (new FormClient(client), new FormClient(other));
        var draft = ("draft", $"{Guid.CreateVersion7():D}");
        await form.GetAsync("/en/apply/residence-certificate");
        await form.PostAsync(draft);
        var first = form.At;
        await form.GetAsync("/en/apply/residence-certificate");
        await form.PostAsync(draft);

        Assert.Equal(first, form.At);
        await stranger.GetAsync("/en/apply/residence-certificate");
        Assert.Equal(HttpStatusCode.NotFound, await stranger.PostAsync(draft));
    }

    [Fact]
    public async Task A_page_sent_again_because_no_answer_came_goes_on()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        using var client = await platform.ClientAsync(await platform.CitizenAsync());
        var (first, again) = (new FormClient(client), new FormClient(client));
        await StartAsync(first);
        await again.GetAsync(first.At);
        var typed = new[] { ("full_name.given", "Typed once"), ("birth_date.year", "1980") };
        await first.PostAsync(typed);

        Assert.Equal(HttpStatusCode.OK, await again.PostAsync(typed));

        Assert.Equal(first.At, again.At);
        Assert.EndsWith("/address", again.At, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_person_is_added_and_removed_without_script()
    {
        await using var platform = await TestPlatform.StartAsync(pack: "starter");
        using var client = await platform.ClientAsync(await platform.CitizenAsync());
        var form = new FormClient(client);
        await StartAsync(form);
        var household = form.At.Replace("/applicant", "/household", StringComparison.Ordinal);
        await form.GetAsync(household);

        await form.PostAsync(("add", "others"));
        Assert.Contains("others.0.other_name.given", form.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("govuk-error-summary", form.Html, StringComparison.Ordinal);
        await form.PostAsync(("others.0.other_name.given", "Kham"), ("others.0.other_birth_date.year", "2010"), ("add", "others"));
        Assert.Contains("others.1.other_name.given", form.Html, StringComparison.Ordinal);
        await form.PostAsync(("others.0.other_name.given", "Kham"), ("others.0.other_birth_date.year", "2010"), ("others.1.other_name.given", "Nok"), ("remove", "others.0"));

        Assert.Contains("value=\"Nok\"", form.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"Kham\"", form.Html, StringComparison.Ordinal);
    }

    internal static async Task StartAsync(FormClient form)
    {
        Assert.Equal(HttpStatusCode.OK, await form.GetAsync($"/en/apply/{Residence.Service}"));
        Assert.Equal(HttpStatusCode.OK, await form.PostAsync(("without-name", "no")));
        Assert.EndsWith("/applicant", form.At, StringComparison.Ordinal);
    }

    internal static async Task<string> ApplyAsync(TestPlatform platform, FormClient form)
    {
        await StartAsync(form);
        await form.PostAsync(("full_name.given", "Noy"), ("birth_date.year", "1980"));
        Assert.EndsWith("/address", form.At, StringComparison.Ordinal);
        await AddressAsync(platform, form);
        Assert.EndsWith("/landlord", form.At, StringComparison.Ordinal);
        await form.PostAsync(("landlord_name.given", "Somsy"));
        Assert.EndsWith("/household", form.At, StringComparison.Ordinal);
        await form.PostAsync();
        Assert.EndsWith("/purpose", form.At, StringComparison.Ordinal);
        await form.PostAsync(("purpose", "school"), ("urgent", "yes"), ("truthful", "yes"));
        Assert.EndsWith("/check", form.At, StringComparison.Ordinal);
        Assert.Contains("Urgent handling", form.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await form.PostAsync());
        Assert.EndsWith("/sent", form.At, StringComparison.Ordinal);
        return Reference().Match(form.Html).Value.Replace("-", "", StringComparison.Ordinal) is { Length: > 0 } reference ? Shown(reference) : throw new InvalidOperationException(form.Html);
    }

    // One select after the other, as it goes without script.
    private static async Task AddressAsync(TestPlatform platform, FormClient form)
    {
        var village = platform.Services.GetRequiredService<ActivePack>().Current.Pack.Areas.Find(Residence.Village(platform))!;
        var chosen = new List<(string, string)> { ("since.month", "4"), ("since.year", "2019"), ("tenure", "rented") };
        foreach (var area in village.Upwards().Reverse())
        {
            chosen.Add(($"village.{area.Level}", area.Code));
            await form.PostAsync([.. chosen]);
        }
    }

    private static string Shown(string reference) => $"{reference[..4]}-{reference[4..8]}-{reference[8..]}";

    [GeneratedRegex("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}")]
    private static partial Regex Reference();
}
