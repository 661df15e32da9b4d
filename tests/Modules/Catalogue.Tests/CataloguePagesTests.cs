using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Packs;
using Platform.Modules.Catalogue.Pages.Catalogue;
using Platform.Testing;

namespace Platform.Modules.Catalogue.Tests;

/// <summary>One running e-Laos for all tests that only read.</summary>
public sealed class RunningCatalogue : IAsyncLifetime
{
    public TestPlatform Platform { get; private set; } = null!;

    public Pack Pack => Platform.Services.GetRequiredService<ActivePack>().Current.Pack;

    public async ValueTask InitializeAsync() => Platform = await TestPlatform.StartAsync();

    public ValueTask DisposeAsync() => Platform.DisposeAsync();
}

public sealed partial class CataloguePagesTests(RunningCatalogue running) : IClassFixture<RunningCatalogue>
{
    [Theory]
    [InlineData("")]
    [InlineData("/services")]
    [InlineData("/services/birth-registration")]
    [InlineData("/life-events/having-a-child")]
    [InlineData("/organizations")]
    [InlineData("/areas")]
    [InlineData("/areas/01")]
    [InlineData("/areas/0101")]
    [InlineData("/search?q=birth")]
    [InlineData("/pages/privacy")]
    public async Task Every_page_answers_in_every_language_with_one_heading(string path)
    {
        foreach (var language in (string[])["lo", "en", "qps-ploc", "ar-XB"])
        {
            var response = await running.Platform.Client().GetAsync($"/{language}{path}");
            var html = await response.Content.ReadAsStringAsync();

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Contains($"lang=\"{language}\"", html, StringComparison.Ordinal);
            Assert.Contains(language == "ar-XB" ? "dir=\"rtl\"" : "dir=\"ltr\"", html, StringComparison.Ordinal);
            Assert.Single(Heading().Matches(html));
        }
    }

    [Fact]
    public async Task All_organizations_and_services_have_pages()
    {
        var client = running.Platform.Client();
        var paths = running.Pack.Organizations.Select(o => $"/en/organizations/{o.Id}")
            .Concat(running.Pack.Services.All.Select(s => $"/lo/services/{s.Id}"))
            .Concat(running.Pack.LifeEvents.Select(e => $"/lo/life-events/{e.Id}"));
        foreach (var path in paths)
        {
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(path)).StatusCode);
        }
    }

    [Fact]
    public async Task A_place_lists_what_is_different_there_and_what_is_the_same_as_everywhere()
    {
        var html = await running.Platform.Client().GetStringAsync("/en/areas/06");
        var elsewhere = await running.Platform.Client().GetStringAsync("/en/areas/01");

        Assert.Contains("href=\"/en/services/building-permit?area=06\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/en/services/birth-registration\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/en/services/building-permit\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/en/services/building-permit\"", elsewhere, StringComparison.Ordinal);
        Assert.DoesNotContain("Services that are different here", elsewhere, StringComparison.Ordinal);
        Assert.True(html.IndexOf(">Passport<", StringComparison.Ordinal) < html.IndexOf(">Renew a driving licence<", StringComparison.Ordinal), "By title, not by id.");
    }

    [Fact]
    public async Task A_variant_says_what_differs_and_it_and_the_national_service_lead_to_each_other()
    {
        var national = await running.Platform.Client().GetStringAsync("/en/services/building-permit");
        var variant = await running.Platform.Client().GetStringAsync("/en/services/building-permit?area=06");

        Assert.Contains("href=\"/en/services/building-permit?area=06\"", national, StringComparison.Ordinal);
        Assert.Contains("In Louang Phabang this is done differently", national, StringComparison.Ordinal);
        Assert.Contains("href=\"/en/services/building-permit\"", variant, StringComparison.Ordinal);
        Assert.Contains("Elsewhere: 20 working days", variant, StringComparison.Ordinal);
        Assert.DoesNotContain("/apply/building-permit", variant, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_leads_to_those_that_belong_to_it_as_they_hold_where_one_is()
    {
        var named = running.Pack.Services.All.First(s => s.Related.Contains("building-permit"));
        var unnamed = running.Pack.Services.All.First(s => s.Related.Count == 0 && s.LifeEvents.Count > 0 && running.Pack.Services.All.Any(o => o != s && o.LifeEvents.Intersect(s.LifeEvents).Any()));

        Assert.Contains("href=\"/en/services/building-permit\"", Beside(await running.Platform.Client().GetStringAsync($"/en/services/{named.Id}")), StringComparison.Ordinal);
        Assert.Contains("href=\"/en/services/building-permit?area=06\"", Beside(await running.Platform.Client().GetStringAsync($"/en/services/{named.Id}?area=06")), StringComparison.Ordinal);
        Assert.Contains("/en/services/", Beside(await running.Platform.Client().GetStringAsync($"/en/services/{unnamed.Id}")), StringComparison.Ordinal);
    }

    private static string Beside(string html) => html[html.IndexOf("<aside", StringComparison.Ordinal)..html.IndexOf("</aside>", StringComparison.Ordinal)];

    [Theory]
    [InlineData("/en/services/no-such-thing")]
    [InlineData("/en/organizations/no-such-thing")]
    [InlineData("/en/areas/no-such-thing")]
    [InlineData("/en/life-events/no-such-thing")]
    [InlineData("/en/no/such/page")]
    [InlineData("/xx/services")]
    public async Task What_is_not_there_is_404(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await running.Platform.Client().GetAsync(path)).StatusCode);

    [Fact]
    public async Task The_page_names_the_deadline_and_marks_examples()
    {
        var html = await running.Platform.Client().GetStringAsync("/en/services/residence-certificate");

        Assert.Contains("3 working days", html, StringComparison.Ordinal);
        Assert.Contains("p-example", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everybody_gets_the_same_bytes()
    {
        var (first, second) = (running.Platform.Client(), running.Platform.Client());
        second.DefaultRequestHeaders.Add("Cookie", "lang=en; anything=else");

        Assert.Equal(await first.GetStringAsync("/lo/services"), await second.GetStringAsync("/lo/services"));
        Assert.DoesNotContain("Set-Cookie", (await first.GetAsync("/lo/services")).Headers.Select(h => h.Key));
    }

    [Fact]
    public async Task Structured_data_is_json_of_a_government_service()
    {
        var html = await running.Platform.Client().GetStringAsync("/lo/services/birth-registration");
        var data = JsonDocument.Parse(JsonLd().Match(html).Groups[1].Value).RootElement;

        Assert.Equal("GovernmentService", data.GetProperty("@type").GetString());
        Assert.Equal("birth-registration", data.GetProperty("identifier").GetString());
        Assert.Equal("lo", data.GetProperty("inLanguage").GetString());
    }

    [Fact]
    public void No_public_page_can_reach_a_database()
    {
        var models = typeof(CatalogueModule).Assembly.GetTypes().Where(t => t.Namespace == typeof(ServiceModel).Namespace && t.Name.EndsWith("Model", StringComparison.Ordinal));
        var needs = models.SelectMany(m => m.GetConstructors()).SelectMany(c => c.GetParameters()).Select(p => p.ParameterType.Name).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(["ActivePack", "IStringLocalizer", "Menu", "ModuleCatalog", "MostUsed", "PortalAddress", "ServiceSearch", "TimeProvider"], needs);
    }

    [GeneratedRegex("<h1")]
    private static partial Regex Heading();

    [Fact]
    public async Task Every_page_leads_to_what_editors_wrote_and_says_how_old_it_is()
    {
        var client = running.Platform.Client();
        var home = await client.GetStringAsync("/en");
        var help = await client.GetStringAsync("/lo/pages/help");

        Assert.All(running.Pack.Pages.All, p => Assert.Contains($"href=\"/en/pages/{p.Name}\"", home, StringComparison.Ordinal));
        Assert.Contains("Last updated: 2 March 2026", home, StringComparison.Ordinal);
        Assert.Contains(running.Pack.Pages.Find("help", "lo")!.Title, help, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/en/pages/nothing")).StatusCode);
    }

    [GeneratedRegex("<script type=\"application/ld(?:\\+|&#x2B;)json\">(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex JsonLd();
}
