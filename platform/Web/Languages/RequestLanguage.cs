using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using Platform.Core.Texts;
using Platform.Web.Caching;
using Platform.Web.Security;
using Platform.Web.Sites;

namespace Platform.Web.Languages;

/// <summary>
/// Answers in the language that the path begins with; where it begins with none (API, error of an unknown path), in the one the browser asks for.
/// A page in a language the site does not have is not there.
/// </summary>
internal static class RequestLanguage
{
    internal const string Cookie = "lang";

    public static void UseRequestLanguage(this IApplicationBuilder app) => app.Use(async (HttpContext context, RequestDelegate next) =>
    {
        var site = context.RequestServices.GetSite();
        if (context.GetRouteValue("lang") is string tag && site.Language(tag) is null)
        {
            context.SetEndpoint(null);
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var language = site.Language(FirstSegment(context)) ?? Preferred(context, site);
        context.Features.Set(language);
        context.Features.Set(ShownTexts.Begin());
        (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = (language.Culture, language.Formats);
        Remember(context, language);
        await next(context);
    });

    // Public pages are the same bytes for everybody and set no cookie; the first page of one's own remembers the language.
    private static void Remember(HttpContext context, PageLanguage language)
    {
        if (context.GetRouteValue("lang") is string && !language.IsPseudo && context.Request.Cookies[CookieName(context)] != language.Tag
            && context.GetEndpoint()?.Metadata.GetMetadata<PublicPageAttribute>() is null)
        {
            context.Response.Cookies.Append(CookieName(context), language.Tag, new() { MaxAge = TimeSpan.FromDays(365), SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Lax, Secure = context.Request.IsHttps, HttpOnly = true, IsEssential = true });
        }
    }

    /// <summary><c>/</c> leads to the language of the cookie, of the browser, or to the first of the site.</summary>
    public static void MapLanguageChoice(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/", (HttpContext context) =>
    {
        context.Response.KeepNothing();
        return Results.Redirect($"/{Preferred(context, context.RequestServices.GetSite()).Tag}");
    }).AllowAnonymous().ExcludeFromDescription();

    internal static PageLanguage Preferred(HttpContext context, Site site) =>
        site.Language(context.Request.Cookies[CookieName(context)])
        ?? Accepted(context).Select(site.Language).FirstOrDefault(l => l is not null)
        ?? site.Languages[0];

    private static string CookieName(HttpContext context) => context.RequestServices.GetRequiredService<SiteCookies>().Plain(Cookie);

    // "sr-Latn, en;q=0.9": each tag, then the same without its last subtags.
    private static IEnumerable<string> Accepted(HttpContext context) =>
        StringWithQualityHeaderValue.TryParseList(context.Request.Headers.AcceptLanguage, out var list)
            ? list.Where(v => v.Quality is not 0).OrderByDescending(v => v.Quality ?? 1).SelectMany(v => Chain(v.Value.ToString()))
            : [];

    private static IEnumerable<string> Chain(string tag)
    {
        for (var length = tag.Length; length > 0; length = tag.LastIndexOf('-', length - 1))
        {
            yield return tag[..length];
        }
    }

    private static string? FirstSegment(HttpContext context)
    {
        var path = context.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath
            ?? context.Features.Get<IExceptionHandlerPathFeature>()?.Path
            ?? context.Request.Path.Value;
        return path?.Split('/', 3) is [_, var first, ..] ? first : null;
    }
}
