using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Platform.Core.Packs;
using Platform.Web.Assets;

namespace Platform.Web.Recordings;

/// <summary>Serves the pack's recordings, in parts where the browser asks for them. The URL is made of the content, so it can be kept for ever.</summary>
internal static class RecordingEndpoint
{
    private const string Type = "audio/ogg; codecs=opus";

    public static void MapRecordings(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/recordings/{digest}.opus", Serve).AllowAnonymous().ExcludeFromDescription();

    public static string UrlOf(Recording recording) => $"/recordings/{recording.Digest}.opus";

    private static IResult Serve(string digest, HttpContext context, [FromServices] ActivePack active)
    {
        if (active.Current.Pack.Recordings.Find(digest) is not { } recording)
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = AssetEndpoint.ForEver;
        return Results.Bytes(recording.Content, Type, enableRangeProcessing: true, entityTag: new EntityTagHeaderValue($"\"{digest}\""));
    }
}
