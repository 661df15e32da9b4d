using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using Platform.Web.Sites;

namespace Platform.Web.Caching;

/// <summary>
/// A page that is the same bytes for everybody: nothing of a person, no antiforgery token. It is cached before authentication, by release, path and
/// the query keys named here, and compressed, since it holds no secret.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PublicPageAttribute(params string[] queryKeys) : Attribute, IAllowAnonymous
{
    /// <summary>Keys of the query that change the page; all others are ignored.</summary>
    public IReadOnlyList<string> QueryKeys => queryKeys;

    /// <summary>Seconds the page may be served unchanged within one release.</summary>
    public int Seconds { get; init; } = 60;
}

/// <summary>Applies <see cref="PublicPageAttribute"/>.</summary>
internal sealed class PublicPagePolicy : IOutputCachePolicy
{
    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        if (http.GetEndpoint()?.Metadata.GetMetadata<PublicPageAttribute>() is not { } page || !HttpMethods.IsGet(http.Request.Method))
        {
            return ValueTask.CompletedTask;
        }

        context.EnableOutputCaching = context.AllowCacheLookup = context.AllowCacheStorage = context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = TimeSpan.FromSeconds(page.Seconds);
        context.CacheVaryByRules.CacheKeyPrefix = http.RequestServices.GetSite().Release;
        context.CacheVaryByRules.QueryKeys = new StringValues([.. page.QueryKeys]);
        context.CacheVaryByRules.VaryByHost = false;
        context.CacheVaryByRules.VaryByValues["encoding"] = Encoding(http.Request.Headers.AcceptEncoding.ToString());
        http.Response.Headers.CacheControl = "public, no-cache";
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        context.AllowCacheStorage &= response.StatusCode == StatusCodes.Status200OK && StringValues.IsNullOrEmpty(response.Headers.SetCookie);
        return ValueTask.CompletedTask;
    }

    private static string Encoding(string accepted) =>
        accepted.Contains("br", StringComparison.Ordinal) ? "br" : accepted.Contains("gzip", StringComparison.Ordinal) ? "gzip" : "";
}
