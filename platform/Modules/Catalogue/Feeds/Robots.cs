using Platform.Core;
using Platform.Core.Packs;

namespace Platform.Modules.Catalogue.Feeds;

/// <summary>What search engines are asked to leave alone (RFC 9309).</summary>
internal static class Robots
{
    public static string Write(Pack pack, PortalAddress portal) => string.Join('\n', ["User-agent: *", .. Closed(pack, portal).Select(path => $"Disallow: {path}"), $"Sitemap: {portal.Of("/sitemap.xml")}", ""]);

    // A demonstration must not be found by somebody who looks for the office itself.
    private static IEnumerable<string> Closed(Pack pack, PortalAddress portal) => pack.Brand.Demonstration || !portal.IsPublic
        ? ["/"]
        : pack.Services.Everything.Select(s => s.StartPath).OfType<string>().Select(p => $"/*/{p.Split('/')[1]}/").Distinct().Prepend("/*/search");
}
