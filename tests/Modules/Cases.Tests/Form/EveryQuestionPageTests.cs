using System.Net;
using Platform.Testing;

namespace Platform.Modules.Cases.Tests.Form;

public sealed class EveryQuestionPageTests
{
    [Fact]
    public async Task Mistakes_about_times_numbers_and_addresses_are_linked_to_their_fields_and_what_was_typed_stays()
    {
        await using var platform = await TestPlatform.StartAsync(pack: EveryQuestion.Folder);
        using var client = platform.Client();
        var form = new FormClient(client);
        await form.GetAsync("/en/apply/every-question");
        await form.PostAsync(("without-name", "yes"));

        Assert.Equal(HttpStatusCode.OK, await form.GetAsync(form.At.Replace("/texts", "/figures", StringComparison.Ordinal)));
        Assert.Equal(1, form.Html.Split("govuk-input__suffix").Length - 1);
        await form.PostAsync(("people", "21"), ("weight", "1"), ("visit", "24:00"), ("born.year", "1980"));

        foreach (var (id, typed) in new[] { ("people", "21"), ("visit", "24:00") })
        {
            Assert.Contains($"href=\"#{id}\"", form.Html, StringComparison.Ordinal);
            Assert.Contains($"id=\"{id}\"", form.Html, StringComparison.Ordinal);
            Assert.Contains($"value=\"{typed}\"", form.Html, StringComparison.Ordinal);
        }

        await form.GetAsync(form.At.Replace("/figures", "/places", StringComparison.Ordinal));
        await form.PostAsync(("home.province", "P1"), ("home.village", "V1"), ("home.line", ""));

        Assert.Contains("href=\"#home_line\"", form.Html, StringComparison.Ordinal);
        Assert.Contains("id=\"home_line\"", form.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_month_is_marked_alone_and_stays_as_it_was_typed()
    {
        await using var platform = await TestPlatform.StartAsync(pack: EveryQuestion.Folder);
        using var client = platform.Client();
        var form = new FormClient(client);
        await form.GetAsync("/en/apply/every-question");
        await form.PostAsync(("without-name", "yes"));
        await form.GetAsync(form.At.Replace("/texts", "/figures", StringComparison.Ordinal));

        await form.PostAsync(("born.year", "1980"), ("born.month", "March"));

        Assert.Contains("href=\"#born_month\"", form.Html, StringComparison.Ordinal);
        Assert.Matches("<input class=\"[^\"]*govuk-input--error[^\"]*\"[^>]*id=\"born_month\"[^>]*value=\"March\"", form.Html);
        Assert.Matches("<input class=\"(?![^\"]*govuk-input--error)[^\"]*\"[^>]*id=\"born_year\"[^>]*value=\"1980\"", form.Html);
    }
}
