using System.Xml.Linq;
using Platform.Core;
using Platform.Core.Modules;
using Platform.Core.Packs;

namespace Platform.Modules.Catalogue.Feeds;

/// <summary>
/// All public pages for search engines (sitemaps.org), a file for each language, each page with its other languages. No dates: what a page says
/// changes with its texts, of which nobody keeps dates.
/// </summary>
internal sealed class SiteMap(Pack pack, ModuleCatalog modules, PortalAddress portal)
{
    /// <summary>What one file may hold.</summary>
    public const int MostPages = 50_000;

    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";

    /// <summary>The file that names those of the languages.</summary>
    public XElement Index() => new(Map + "sitemapindex", pack.Languages.Select(l => new XElement(Map + "sitemap", new XElement(Map + "loc", portal.Of($"/{l}/sitemap.xml")))));

    public XElement Of(string language) => new(Map + "urlset", new XAttribute(XNamespace.Xmlns + "xhtml", Html), Paths().Take(MostPages).Select(path => new XElement(
        Map + "url",
        new XElement(Map + "loc", portal.Of($"/{language}{path}")),
        pack.Languages.Select(l => Alternate(l, l, path)),
        Alternate("x-default", pack.DefaultLanguage, path))));

    private XElement Alternate(string name, string language, string path) => new(Html + "link",
        new XAttribute("rel", "alternate"), new XAttribute("hreflang", name), new XAttribute("href", portal.Of($"/{language}{path}")));

    private IEnumerable<string> Paths() =>
    [
        "", "/services", "/organizations", "/areas",
        .. pack.Services.Everything.Select(ServicePath.Of),
        .. pack.Services.All.Where(s => s.Asked is not null).Select(s => $"{ServicePath.Of(s)}/privacy"),
        .. pack.LifeEvents.Select(e => $"/life-events/{e.Id}"),
        .. pack.Organizations.Select(o => $"/organizations/{o.Id}"),
        .. Areas().Select(code => $"/areas/{Uri.EscapeDataString(code)}"),
        .. pack.Pages.All.Select(p => p.Name).Distinct().Select(name => $"/pages/{name}"),
        .. modules.Menu(MenuPlaces.Footer, pack).Select(e => e.Path),
    ];

    // Thousands of villages have the same services as the place above them: only those with something of their own.
    private IEnumerable<string> Areas() => pack.Areas.Roots.Select(a => a.Code)
        .Concat(pack.Services.Everything.Select(s => s.Area).OfType<string>())
        .Concat(pack.Organizations.Select(o => o.Area).OfType<string>())
        .Distinct();
}
