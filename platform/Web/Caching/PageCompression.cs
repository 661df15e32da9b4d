using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

namespace Platform.Web.Caching;

/// <summary>
/// Public pages are packed well, once, and kept. Pages of one person are packed quickly, and only where their own browser was led here by our own pages: the
/// length of a packed page tells of its content whoever may choose a part of it (the attack BREACH, CVE-2013-3587), and who would do that leads a browser
/// here from elsewhere. A browser says where it was led from (Fetch Metadata, <c>Sec-Fetch-Site</c>); of one that does not, nothing is packed.
/// </summary>
internal sealed class PageCompression(IServiceProvider services, IOptions<ResponseCompressionOptions> options) : ResponseCompressionProvider(services, options)
{
    private static readonly BrotliCompressionProvider Quick = new(Options.Create(new BrotliCompressionProviderOptions { Level = CompressionLevel.Fastest }));

    /// <summary>Whether the answer may be packed at all.</summary>
    public static bool May(HttpContext context) => IsPublic(context) || context.Request.Headers["Sec-Fetch-Site"].ToString() is "same-origin" or "none";

    public override ICompressionProvider? GetCompressionProvider(HttpContext context)
    {
        var chosen = base.GetCompressionProvider(context);
        return chosen is BrotliCompressionProvider && !IsPackedOnce(context) ? Quick : chosen;
    }

    // An answer to a query may never be asked for again.
    private static bool IsPackedOnce(HttpContext context) => IsPublic(context) && !context.Request.QueryString.HasValue;

    private static bool IsPublic(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<PublicPageAttribute>() is not null;
}
