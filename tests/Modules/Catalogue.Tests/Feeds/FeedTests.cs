using System.Globalization;
using System.Net;
using System.Xml.Linq;
using Platform.Testing;

namespace Platform.Modules.Catalogue.Tests.Feeds;

public sealed class FeedTests(RunningCatalogue running) : IClassFixture<RunningCatalogue>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Theory]
    [InlineData("lo")]
    [InlineData("en")]
    public async Task The_feed_has_what_every_atom_feed_must_have(string language)
    {
        var feed = await FeedAsync(language);
        var entries = feed.Elements(Atom + "entry").ToList();

        // RFC 4287, sections 4.1.1 and 4.1.2.
        Assert.Equal(Atom + "feed", feed.Name);
        Assert.Equal(language, feed.Attribute(XNamespace.Xml + "lang")?.Value);
        Assert.NotEmpty(entries);
        Assert.All([feed, .. entries], e => Assert.All((string[])["id", "title", "updated"], name => Assert.Single(e.Elements(Atom + name))));
        Assert.All([feed, .. entries], e => Assert.True(Uri.IsWellFormedUriString(e.Element(Atom + "id")!.Value, UriKind.Absolute)));
        Assert.Distinct(entries.Select(e => e.Element(Atom + "id")!.Value));
        Assert.NotNull(feed.Element(Atom + "author")?.Element(Atom + "name"));
        Assert.Contains(feed.Elements(Atom + "link"), l => l.Attribute("rel")?.Value == "self");
    }

    [Fact]
    public async Task The_newest_come_first_and_nothing_that_does_not_hold_yet()
    {
        var dates = (await FeedAsync("en")).Elements(Atom + "entry").Select(e => DateTimeOffset.Parse(e.Element(Atom + "updated")!.Value, CultureInfo.InvariantCulture)).ToList();

        Assert.Equal(dates.OrderDescending(), dates);
        Assert.All(dates, d => Assert.True(d <= running.Platform.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task Each_entry_leads_to_its_page_in_the_language_of_the_feed()
    {
        var client = running.Platform.Client();
        foreach (var link in (await FeedAsync("lo")).Elements(Atom + "entry").Select(e => new Uri(e.Element(Atom + "link")!.Attribute("href")!.Value)))
        {
            Assert.StartsWith("/lo/services/", link.PathAndQuery, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(link.PathAndQuery)).StatusCode);
        }
    }

    [Fact]
    public async Task What_will_hold_later_is_told_on_that_day()
    {
        using var pack = new NotesPack(("now", "2026-01-01", 3), ("later", "2026-03-03", 1));
        await using var platform = await TestPlatform.StartAsync(pack: pack.Path);
        var before = XDocument.Parse(await platform.Client().GetStringAsync("/en/atom.xml")).Root!;
        platform.Clock.Leap(TimeSpan.FromDays(1));
        var after = XDocument.Parse(await platform.Client().GetStringAsync("/en/atom.xml")).Root!;

        Assert.EndsWith("/en/services/now#2026-01-01.3", Assert.Single(before.Elements(Atom + "entry")).Element(Atom + "id")!.Value, StringComparison.Ordinal);
        Assert.Contains("revision 3", before.Descendants(Atom + "content").Single().Value, StringComparison.Ordinal);
        Assert.Equal(["later", "now"], after.Descendants(Atom + "title").Skip(1).Select(t => t.Value));
    }

    [Fact]
    public async Task A_correction_of_an_old_service_is_news_on_the_day_it_was_made()
    {
        using var pack = new NotesPack(("recent", "2026-02-01", 1), ("old", "2019-05-01", 2));
        await File.AppendAllTextAsync(Path.Combine(pack.Path, "services/old.yaml"), "\ncorrected-on: 2026-02-20\n");
        await using var platform = await TestPlatform.StartAsync(pack: pack.Path);
        var feed = XDocument.Parse(await platform.Client().GetStringAsync("/en/atom.xml")).Root!;

        Assert.Equal(["old", "recent"], feed.Elements(Atom + "entry").Select(e => e.Element(Atom + "title")!.Value));
        Assert.All([feed, feed.Element(Atom + "entry")!], e => Assert.StartsWith("2026-02-20T00:00:00", e.Element(Atom + "updated")!.Value, StringComparison.Ordinal));
    }

    private async Task<XElement> FeedAsync(string language)
    {
        var response = await running.Platform.Client().GetAsync($"/{language}/atom.xml");
        Assert.Equal("application/atom+xml", response.Content.Headers.ContentType?.MediaType);
        return XDocument.Parse(await response.Content.ReadAsStringAsync()).Root!;
    }
}
