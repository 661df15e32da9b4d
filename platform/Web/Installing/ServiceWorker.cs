using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Platform.Web.Assets;
using Platform.Web.Sites;
using Platform.Web.Themes;

namespace Platform.Web.Installing;

/// <summary>
/// The program that stands between pages and network (<c>assets/service-worker.js</c>), preceded by what it needs to know of the release. A browser takes
/// a new one when its bytes change, so they change with every release of pack or platform.
/// </summary>
internal static class ServiceWorker
{
    public const string Path = "/service-worker.js";

    private const string Program = "service-worker.js";

    public static string Write(Site site, Theme theme, AssetFiles assets)
    {
        var files = Files(site, theme, assets);
        var languages = site.Languages.Select(l => l.Tag);
        var version = Digest([.. files, site.Release, assets.Url(Program)]);
        return $"const site = {JsonSerializer.Serialize(new { version, files, languages })};\n{Encoding.UTF8.GetString(assets.Content(Program))}";
    }

    // What the page without network is drawn with; its fonts, if the device has not kept them, are the device's own.
    private static IReadOnlyList<string> Files(Site site, Theme theme, AssetFiles assets) =>
    [
        .. site.Languages.Select(l => l.IsRightToLeft ? "platform.rtl.css" : "platform.css").Distinct().Append("platform.js").Append("kept.js").Select(assets.Url),
        .. new[] { theme.StyleSheetUrl, theme.LogoUrl, theme.FaviconUrl }.OfType<string>().Distinct(),
    ];

    private static string Digest(IEnumerable<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..12];
}
