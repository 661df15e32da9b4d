using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Caching.Memory;
using Platform.Web.Sites;

namespace Platform.Web.Caching;

/// <summary>
/// The public pages of the active release as bytes. A page that is kept leaves before anything else is asked about the request: what stands before
/// it costs more than sending it (see decision 0004).
/// </summary>
internal sealed class PublicPages(ActiveSite site, TimeProvider clock) : IDisposable
{
    private const long MostBytes = 24 << 20;

    private readonly MemoryCache pages = new(new MemoryCacheOptions { SizeLimit = MostBytes });
    private readonly AskedLately asked = new();

    /// <summary>First in the way of a request: a kept page under exactly this address.</summary>
    public Task SendKeptAsync(HttpContext context, RequestDelegate next) =>
        IsRead(context.Request) && Find(Key(context.Request, context.Request.QueryString.Value ?? "")) is { } page
            ? page.SendAgainAsync(context, clock.GetUtcNow())
            : next(context);

    /// <summary>Behind routing: draws a public page and keeps it.</summary>
    public async Task DrawAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<PublicPageAttribute>() is not { } attribute || !IsRead(context.Request))
        {
            await next(context);
            return;
        }

        var key = Key(context.Request, Query(context.Request, attribute));
        if (Find(key) is { } page)
        {
            await page.SendAgainAsync(context, clock.GetUtcNow());
            return;
        }

        Narrow(context, key);
        context.Response.Headers.CacheControl = "public, no-cache";
        // Of queries there is no end: one that nobody asks again is not worth the room.
        if (key.Query.Length > 0 && !asked.Again(key))
        {
            await next(context);
        }
        else if (await DrawAsync(context, next, TimeSpan.FromSeconds(attribute.Seconds)) is { } drawn)
        {
            pages.Set(key, drawn, new MemoryCacheEntryOptions
            {
                Size = drawn.Bytes + key.Path.Length + key.Query.Length,
                Priority = key.Query.Length == 0 ? CacheItemPriority.Normal : CacheItemPriority.Low,
            });
            await drawn.SendAsync(context);
        }
    }

    public void Dispose() => pages.Dispose();

    // Null: not a page to keep; it was sent as it came.
    private async Task<KeptPage?> DrawAsync(HttpContext context, RequestDelegate next, TimeSpan life)
    {
        var response = context.Response;
        var wire = response.Body;
        using var body = new MemoryStream();
        try
        {
            response.Body = body;
            await next(context);
        }
        finally
        {
            response.Body = wire;
        }

        if (response.StatusCode == StatusCodes.Status200OK && response.Headers.SetCookie.Count == 0 && HttpMethods.IsGet(context.Request.Method))
        {
            return new(response, body.ToArray(), clock.GetUtcNow(), life);
        }

        body.Position = 0;
        await body.CopyToAsync(wire, context.RequestAborted);
        return null;
    }

    // What the key does not hold must not be drawn: others would get this visitor's query in their links, or a packing they cannot open.
    private static void Narrow(HttpContext context, PageKey key)
    {
        context.Request.QueryString = new QueryString(key.Query);
        context.Request.Headers.AcceptEncoding = key.Encoding;
    }

    private KeptPage? Find(PageKey key) => pages.TryGetValue<KeptPage>(key, out var page) && page!.IsFresh(clock.GetUtcNow()) ? page : null;

    private PageKey Key(HttpRequest request, string query) =>
        new(site.Current.Release, request.Path.Value ?? "", query, Encoding(request.Headers.AcceptEncoding.ToString()));

    private static string Query(HttpRequest request, PublicPageAttribute attribute)
    {
        var query = new QueryBuilder();
        foreach (var key in attribute.QueryKeys.Where(request.Query.ContainsKey))
        {
            query.Add(key, request.Query[key].AsEnumerable().OfType<string>());
        }

        return query.ToString();
    }

    private static bool IsRead(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    private static string Encoding(string accepted) =>
        accepted.Contains("br", StringComparison.Ordinal) ? "br" : accepted.Contains("gzip", StringComparison.Ordinal) ? "gzip" : "";
}
