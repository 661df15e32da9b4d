using System.Globalization;
using Platform.Web.Languages;

namespace Platform.Web.Tests;

public sealed class LanguageTests(Site site)
{
    [Theory]
    [InlineData(null, null, "/lo")]
    [InlineData(null, "en-GB,en;q=0.8", "/en")]
    [InlineData(null, "de, lo;q=0.2, en;q=0.4", "/en")]
    [InlineData(null, "de", "/lo")]
    [InlineData(null, "en;q=0", "/lo")]
    [InlineData("en", "lo", "/en")]
    [InlineData("de", "en", "/en")]
    public async Task The_front_door_leads_to_the_language_of_cookie_browser_or_pack(string? cookie, string? accepted, string expected)
    {
        using var response = await site.GetAsync("/", ("Accept-Language", accepted ?? ""), ("Cookie", cookie is null ? "" : $"lang={cookie}"));
        Assert.Equal(expected, response.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("lo", "ltr")]
    [InlineData("en", "ltr")]
    [InlineData("ar-XB", "rtl")]
    [InlineData("qps-ploc", "ltr")]
    public async Task A_page_says_its_language_and_direction(string tag, string direction)
    {
        var html = await site.TextAsync($"/{tag}");
        Assert.Contains($"<html class=\"govuk-template\" lang=\"{tag}\" dir=\"{direction}\">", html, StringComparison.Ordinal);
        Assert.Equal(direction == "rtl", html.Contains("/assets/platform.rtl.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/xx")]
    [InlineData("/xx/services")]
    [InlineData("/mn-Mong/services")]
    public async Task A_language_the_site_does_not_have_is_not_there(string path) =>
        Assert.Equal(404, (int)(await site.GetAsync(path)).StatusCode);

    [Theory]
    [InlineData("/lo", true)]
    [InlineData("/lo/nothing-here", true)]
    [InlineData("/en", false)]
    [InlineData("/en/nothing-here", false)]
    [InlineData("/qps-ploc", false)]
    public async Task A_page_with_drafts_says_so(string path, bool marked) =>
        Assert.Equal(marked, (await site.TextAsync(path)).Contains("class=\"p-draft\"", StringComparison.Ordinal));

    [Fact]
    public async Task The_language_is_changed_on_the_same_page_with_its_query()
    {
        var html = await site.TextAsync("/en/search?q=birth%20day");
        Assert.Contains("href=\"/lo/search?q=birth%20day\"", html, StringComparison.Ordinal);
        Assert.Contains("aria-current=\"true\">English<", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("th")]
    [InlineData("ar-SA")]
    [InlineData("fa")]
    public void Years_are_counted_as_laws_count_them(string tag) =>
        Assert.Contains("2026", new DateTime(2026, 3, 2, 0, 0, 0, DateTimeKind.Utc).ToString("yyyy", PageLanguage.Of(tag).Culture), StringComparison.Ordinal);

    [Fact]
    public async Task One_request_does_not_leave_its_language_to_the_next()
    {
        var before = CultureInfo.CurrentCulture;
        var pages = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => site.TextAsync(i % 2 == 0 ? "/lo/nothing" : "/en/nothing")));
        Assert.Equal(2, pages.Distinct().Count());
        Assert.Equal(before, CultureInfo.CurrentCulture);
    }
}
