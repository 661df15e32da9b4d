using System.Net;
using System.Xml.Linq;
using Platform.Testing;

namespace Platform.Modules.Catalogue.Tests.Feeds;

public sealed class SiteMapTests(RunningCatalogue running) : IClassFixture<RunningCatalogue>
{
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";

    [Fact]
    public async Task The_index_names_a_map_for_each_language_and_each_map_its_pages_in_all_of_them()
    {
        var maps = (await XmlAsync("/sitemap.xml")).Descendants(Map + "loc").Select(l => new Uri(l.Value).AbsolutePath).ToList();
        Assert.Equal(running.Pack.Languages.Select(l => $"/{l}/sitemap.xml"), maps);

        foreach (var url in (await XmlAsync("/en/sitemap.xml")).Elements(Map + "url"))
        {
            var others = url.Elements(Html + "link").ToDictionary(l => l.Attribute("hreflang")!.Value, l => l.Attribute("href")!.Value);
            Assert.Equal([.. running.Pack.Languages, "x-default"], others.Keys);
            Assert.Equal(url.Element(Map + "loc")!.Value, others["en"]);
        }
    }

    [Fact]
    public async Task Every_page_of_the_map_is_there_and_every_service_is_on_it()
    {
        var client = running.Platform.Client();
        var pages = (await XmlAsync("/lo/sitemap.xml")).Descendants(Map + "loc").Select(l => new Uri(l.Value).PathAndQuery).ToList();

        Assert.Distinct(pages);
        Assert.Subset(pages.ToHashSet(), running.Pack.Services.Everything.Select(s => "/lo" + ServicePath.Of(s)).ToHashSet());
        Assert.Superset(new HashSet<string> { "/lo/pages/about", "/lo/services/residence-certificate/privacy", "/lo/statistics" }, pages.ToHashSet());
        foreach (var page in pages)
        {
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(page)).StatusCode);
        }
    }

    [Fact]
    public async Task A_demonstration_asks_not_to_be_found()
    {
        var robots = await running.Platform.Client().GetStringAsync("/robots.txt");

        Assert.Contains("Disallow: /\n", robots, StringComparison.Ordinal);
        Assert.Contains("Sitemap: http", robots, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_portal_that_the_world_reaches_is_found_but_for_its_searches_and_forms()
    {
        using var pack = new NotesPack(("note", "2026-01-01", 1));
        await using var platform = await TestPlatform.StartAsync(DatabaseKind.Sqlite, pack.Path, configure: null, "--public-url", "https://portal.example");
        var robots = await platform.Client().GetStringAsync("/robots.txt");

        Assert.Equal("User-agent: *\nDisallow: /*/search\nDisallow: /*/apply/\nSitemap: https://portal.example/sitemap.xml\n", robots);
    }

    private async Task<XElement> XmlAsync(string path)
    {
        var response = await running.Platform.Client().GetAsync(path);
        Assert.Equal("application/xml", response.Content.Headers.ContentType?.MediaType);
        return XDocument.Parse(await response.Content.ReadAsStringAsync()).Root!;
    }
}
