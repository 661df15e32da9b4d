using System.Text.RegularExpressions;

namespace Platform.Web.Tests;

public sealed class LinkTests(Site site)
{
    [Theory]
    [InlineData("")]
    [InlineData("/services/residence-certificate")]
    [InlineData("/search?q=birth%20day")]
    public async Task A_public_page_names_its_address_and_its_other_languages(string path)
    {
        var links = Links(await site.TextAsync($"/en{path}"));
        Assert.Equal([$"/en{path}"], links.Where(l => l.Contains("rel=\"canonical\"", StringComparison.Ordinal)).Select(Path));
        Assert.Equal(
            [("en", $"/en{path}"), ("lo", $"/lo{path}"), ("x-default", $"/lo{path}")],
            links.Where(l => l.Contains("hreflang=", StringComparison.Ordinal)).Select(l => (Attribute(l, "hreflang"), Path(l))).Order());
        Assert.All(links, link => Assert.True(link.Contains("atom+xml", StringComparison.Ordinal) || new Uri(Attribute(link, "href")).IsAbsoluteUri, link));
    }

    [Fact]
    public async Task A_public_page_names_the_feed_of_changes_in_its_language()
    {
        var feed = Links(await site.TextAsync("/en/services")).Single(l => l.Contains("application/atom+xml", StringComparison.Ordinal));
        Assert.NotEmpty(Attribute(feed, "title"));
        using var response = await site.GetAsync(Attribute(feed, "href"));
        Assert.Equal("application/atom+xml", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("/en/atom.xml", response.RequestMessage!.RequestUri!.AbsolutePath);
    }

    [Theory]
    [InlineData("/en/services?utm_source=x")]
    [InlineData("/en/services")]
    public async Task What_is_added_to_an_address_is_not_part_of_it(string path) =>
        Assert.Contains(Links(await site.TextAsync(path)), l => l.Contains("canonical", StringComparison.Ordinal) && Path(l) == "/en/services");

    [Theory]
    [InlineData("/en/sign-in")]
    [InlineData("/en/no-such-page")]
    public async Task Other_pages_name_none(string path) => Assert.Empty(Links(await site.TextAsync(path)));

    private static List<string> Links(string html) =>
        [.. Regex.Matches(html.Split("</head>")[0], "<link rel=\"(canonical|alternate)\"[^>]*>").Select(m => m.Value)];

    private static string Attribute(string link, string name) => Regex.Match(link, $" {name}=\"([^\"]*)\"").Groups[1].Value;

    private static string Path(string link) => new Uri(Attribute(link, "href")).PathAndQuery;
}
