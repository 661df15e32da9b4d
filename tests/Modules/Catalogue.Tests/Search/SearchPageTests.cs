using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Platform.Modules.Catalogue.Tests.Search;

public sealed partial class SearchPageTests(RunningCatalogue running) : IClassFixture<RunningCatalogue>
{
    [Fact]
    public async Task Filters_narrow_and_stay_chosen_and_say_how_many_each_would_leave()
    {
        var all = await PageAsync("q=certificate");
        var one = await PageAsync("q=certificate&organization=mops");

        Assert.NotEmpty(Ids(one));
        Assert.Empty(Ids(one).Except(Ids(all)));
        Assert.All(Ids(one), id => Assert.Equal("mops", running.Pack.Services.Find(id)!.Organization));
        Assert.Matches($"<option selected=\"\" value=\"mops\">[^<]+\\({Ids(one).Count}\\)</option>", one);
    }

    [Fact]
    public async Task A_place_shows_what_is_offered_there_as_it_is_there()
    {
        var local = running.Pack.Services.Everything.First(s => s.Area is not null && running.Pack.Services.Find(s.Id) is not null);

        var page = await PageAsync($"area={local.Area}");

        Assert.Contains($"/en/services/{local.Id}?area={local.Area}", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_small_place_stays_chosen()
    {
        var village = running.Pack.Areas.OfLevel("village").First();
        var path = string.Join(" – ", village.Upwards().Reverse().Select(a => a.Name("en")));

        var page = WebUtility.HtmlDecode(await PageAsync($"area={village.Code}"));

        Assert.Contains($"<option selected=\"\" value=\"{village.Code}\">{path}</option>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slip_is_found_and_the_word_meant_is_offered()
    {
        var page = await PageAsync("q=passprt");

        Assert.Contains("passport-application", Ids(page)[0], StringComparison.Ordinal);
        Assert.Contains("/en/search?q=passport\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("q=xyzzyx")]
    [InlineData("q=xyzzyx&organization=mops")]
    public async Task Nothing_found_says_what_to_do(string query)
    {
        var page = await PageAsync(query);

        Assert.Contains("Nothing found for", page, StringComparison.Ordinal);
        Assert.Contains("/en/services\"", page, StringComparison.Ordinal);
        Assert.Equal(query.Contains("organization", StringComparison.Ordinal), page.Contains("Search without narrowing", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("q=%00%E0%BB%80%F0%9F%8E%88")]
    [InlineData("q=%27%22%3Cscript%3E&organization=%3Cb%3E&audience=nobody&channel=&area=x&page=-5")]
    [InlineData("q=certificate&page=99999")]
    public async Task Whatever_is_asked_is_answered(string query) => Assert.DoesNotContain("<script>", (await PageAsync(query)).Replace("<script type", "", StringComparison.Ordinal), StringComparison.Ordinal);

    [Fact]
    public async Task A_query_of_any_length_is_answered() => await PageAsync($"q={new string('a', 1500)}+{string.Join('+', Enumerable.Repeat("birth", 60))}");

    [Fact]
    public async Task Long_lists_have_pages_that_hold_every_service_once()
    {
        var ids = Ids(await PageAsync("channel=counter")).Concat(Ids(await PageAsync("channel=counter&page=2"))).ToList();

        Assert.Equal(ids.Distinct().Count(), ids.Count);
        Assert.Equal(running.Pack.Services.All.Count(s => s.Channels.Contains(Core.Packs.Channel.Counter)), ids.Count);
    }

    [Fact]
    public async Task Suggestions_are_few_and_in_the_language_asked_for()
    {
        var found = await running.Platform.Client().GetFromJsonAsync<JsonElement>("/api/v1/catalogue/suggestions?q=lic&language=en");

        Assert.InRange(found.GetArrayLength(), 1, 7);
        Assert.All(found.EnumerateArray(), s => Assert.StartsWith("/en/services/", s.GetProperty("href").GetString(), StringComparison.Ordinal));
        Assert.Contains(found.EnumerateArray(), s => s.GetProperty("title").GetString() == "Renew a driving licence");
    }

    private async Task<string> PageAsync(string query)
    {
        using var answer = await running.Platform.Client().GetAsync($"/en/search?{query}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    private static List<string> Ids(string page) => [.. Title().Matches(page).Select(m => m.Groups[1].Value)];

    [GeneratedRegex("p-list__title\" href=\"/en/services/([a-z-]+)")]
    private static partial Regex Title();
}
