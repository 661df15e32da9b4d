using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Platform.Web.Assets;
using Platform.Web.Caching;
using Platform.Web.Languages;
using Platform.Web.Sites;
using Platform.Web.Themes;

namespace Platform.Web.Installing;

/// <summary>What makes the site a program that can be installed. Kept and compressed as public pages are.</summary>
internal static class InstallEndpoints
{
    public static void MapInstalling(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/{lang}/manifest.webmanifest", (HttpContext context, ActiveSite site, ActiveTheme theme) =>
            Results.Text(WebManifest.Write(site.Current, theme.Current, context.Language()), WebManifest.MediaType))
            .WithMetadata(new PublicPageAttribute()).ExcludeFromDescription();
        // At the root, because a worker serves what stands below its own address.
        endpoints.MapGet(ServiceWorker.Path, (ActiveSite site, ActiveTheme theme, AssetFiles assets) =>
            Results.Text(ServiceWorker.Write(site.Current, theme.Current, assets), "text/javascript"))
            .WithMetadata(new PublicPageAttribute()).ExcludeFromDescription();
    }
}
