using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticFiles;

namespace Platform.Web.Assets;

/// <summary>Serves <see cref="AssetFiles"/>, compressed once at build.</summary>
internal static class AssetEndpoint
{
    internal const string ForEver = "public, max-age=31536000, immutable";

    private static readonly FileExtensionContentTypeProvider Types = new();
    private static readonly (string Encoding, string Suffix)[] Encodings = [("br", ".br"), ("gzip", ".gz")];

    public static void MapAssets(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/assets/{file}", Serve).AllowAnonymous().ExcludeFromDescription();

    private static IResult Serve(string file, HttpContext context, AssetFiles assets)
    {
        if (!Types.TryGetContentType(file, out var type) || assets.Find(file) is not { } plain)
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = ForEver;
        context.Response.Headers.Vary = "Accept-Encoding";
        var accepted = context.Request.Headers.AcceptEncoding.ToString();
        foreach (var (encoding, suffix) in Encodings.Where(e => accepted.Contains(e.Encoding, StringComparison.Ordinal)))
        {
            if (assets.Find(file + suffix) is { } packed)
            {
                context.Response.Headers.ContentEncoding = encoding;
                return Results.Bytes(packed, type);
            }
        }

        return Results.Bytes(plain, type);
    }
}
