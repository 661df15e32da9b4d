using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Packs;
using Platform.Core.Texts;
using Platform.Testing;

namespace Platform.Modules.Catalogue.Tests;

public sealed class PrivacyTests(RunningCatalogue running) : IClassFixture<RunningCatalogue>
{
    public static TheoryData<string> Languages => ["en", "lo"];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Every_service_says_everything_that_its_form_asks(string language)
    {
        foreach (var service in running.Pack.Services.All)
        {
            var text = await TextAsync($"/{language}/services/{service.Id}/privacy");

            Assert.All(
                (service.Asked ?? []).SelectMany(p => p.Questions).SelectMany(q => q.All),
                q => Assert.Contains(Said(language, q.Label), text, StringComparison.Ordinal));
            Assert.Contains(Said(language, running.Pack.Organizations.Find(service.Organization)!.Name), text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task It_names_the_law_what_an_office_already_knows_and_that_answers_decide_who_receives_it()
    {
        var text = await TextAsync("/en/services/village-certificate/privacy");
        var elsewhere = text[text.IndexOf("What comes from elsewhere", StringComparison.Ordinal)..text.IndexOf("Why it may be asked", StringComparison.Ordinal)];

        Assert.Contains("What is your name?", elsewhere, StringComparison.Ordinal);
        Assert.DoesNotContain("write the letter for", elsewhere, StringComparison.Ordinal);
        Assert.Contains(Said("en", running.Pack.Services.Find("village-certificate")!.LegalBasis[0].Title), text, StringComparison.Ordinal);
        Assert.Contains("Your answers decide which office handles it", text, StringComparison.Ordinal);
        Assert.Contains("href=\"/en/pages/privacy\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_without_a_form_says_that_nothing_is_asked_here()
    {
        var service = running.Pack.Services.All.First(s => s.Asked is null);

        Assert.Contains("This site asks nothing for this service", await TextAsync($"/en/services/{service.Id}/privacy"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/en/services/village-certificate", "/en/services/village-certificate/privacy")]
    [InlineData("/en/services/building-permit?area=06", "/en/services/building-permit/privacy?area=06")]
    [InlineData("/en/apply/complaint", "/en/services/complaint/privacy")]
    public async Task The_service_and_its_application_lead_to_it(string from, string to)
    {
        Assert.Contains($"href=\"{to}\"", await running.Platform.Client().GetStringAsync(from), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await running.Platform.Client().GetAsync(to)).StatusCode);
    }

    [Fact]
    public async Task Of_a_service_that_is_not_there_there_is_no_notice() =>
        Assert.Equal(HttpStatusCode.NotFound, (await running.Platform.Client().GetAsync("/en/services/no-such-thing/privacy")).StatusCode);

    private async Task<string> TextAsync(string path) => WebUtility.HtmlDecode(await running.Platform.Client().GetStringAsync(path));

    private string Said(string language, PackText text) => running.Platform.Services.GetRequiredService<Texts>().Get(language, text).Value;
}
