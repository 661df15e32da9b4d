using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticFiles;
using Platform.Web.Assets;

namespace Platform.Web.Themes;

/// <summary>
/// Serves the theme's style sheet and files. The digest in the URL only makes it new: an older page gets the present theme, uncached.
/// </summary>
internal static class ThemeEndpoint
{
    private static readonly FileExtensionContentTypeProvider Types = new();

    public static void MapTheme(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/theme/{digest}/{**path}", Serve).AllowAnonymous().ExcludeFromDescription();

    private static IResult Serve(string digest, string path, HttpContext context, ActiveTheme active)
    {
        var theme = active.Current;
        if (!Types.TryGetContentType(path, out var type) || theme.File(path) is not { } content)
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = digest == theme.Digest ? AssetEndpoint.ForEver : "no-cache";
        context.Response.Headers.Vary = "Accept-Encoding";
        if (content != theme.Css || !context.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal))
        {
            return Results.Bytes(content, type);
        }

        context.Response.Headers.ContentEncoding = "br";
        return Results.Bytes(theme.PackedCss, type);
    }
}
