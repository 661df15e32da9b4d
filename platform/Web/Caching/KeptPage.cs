using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Platform.Web.Caching;

/// <summary>What makes two requests ask for the same bytes.</summary>
/// <param name="Query">The declared keys only, as they stand in a URL.</param>
/// <param name="Encoding"><c>br</c>, <c>gzip</c> or empty.</param>
internal sealed record PageKey(string Release, string Path, string Query, string Encoding);

/// <summary>A public page as it goes over the wire.</summary>
internal sealed class KeptPage(HttpResponse rendered, byte[] body, DateTimeOffset drawn, TimeSpan life)
{
    private readonly KeyValuePair<string, StringValues>[] headers = [.. rendered.Headers.Where(h => h.Key is not ("Content-Length" or "Transfer-Encoding" or "Date"))];
    private readonly EntityTagHeaderValue tag = new($"\"{Base64Url.EncodeToString(SHA256.HashData(body).AsSpan(0, 12))}\"");

    public int Bytes => body.Length;

    public bool IsFresh(DateTimeOffset now) => now - drawn < life;

    /// <summary>Sends a page drawn earlier and says how many seconds ago. RFC 9111, section 5.1.</summary>
    public Task SendAgainAsync(HttpContext context, DateTimeOffset now)
    {
        context.Response.Headers.Age = ((int)(now - drawn).TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return SendAsync(context);
    }

    /// <summary>Sends the page, or 304 to somebody who has it. RFC 9110, sections 13.1.2 and 15.4.5.</summary>
    public Task SendAsync(HttpContext context)
    {
        var response = context.Response;
        foreach (var (name, value) in headers)
        {
            response.Headers[name] = value;
        }

        response.Headers.ETag = tag.Tag.Value;
        if (IsHadBy(context.Request))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.ContentLength = body.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(body).AsTask();
    }

    private bool IsHadBy(HttpRequest request) =>
        request.Headers.IfNoneMatch is { Count: > 0 } known
        && EntityTagHeaderValue.TryParseList(known, out var tags)
        && tags.Any(t => t.Equals(EntityTagHeaderValue.Any) || t.Compare(tag, useStrongComparison: false));
}
