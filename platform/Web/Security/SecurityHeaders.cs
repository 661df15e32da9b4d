using Microsoft.AspNetCore.Builder;

namespace Platform.Web.Security;

/// <summary>Headers of every response. No inline script or style is allowed, so none is written.</summary>
internal static class SecurityHeaders
{
    private const string ContentPolicy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; media-src 'self'; connect-src 'self'; " +
        "manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        // Styles, scripts and fonts of the platform are no documents: on a thin line the rules for these would weigh as much as a font.
        if (context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal))
        {
            return next(context);
        }

        // A drawing of a pack can be opened by itself; then it runs nothing.
        if (context.Request.Path.StartsWithSegments("/theme", StringComparison.Ordinal))
        {
            headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
            return next(context);
        }

        headers.ContentSecurityPolicy = ContentPolicy;
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return next(context);
    });
}
