using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Platform.Web.Security;

/// <summary>For endpoints of an API that are called with a session's cookie.</summary>
public static class AntiforgeryHeader
{
    /// <summary>Whatever is not a reading request needs the header that <c>/api/v1/identity/session</c> names: a page of somebody else sends the cookie, but not this.</summary>
    public static TBuilder RequireAntiforgeryHeader<TBuilder>(this TBuilder endpoints) where TBuilder : IEndpointConventionBuilder =>
        endpoints.AddEndpointFilter(async (context, next) => await IsAllowedAsync(context.HttpContext) ? await next(context) : Refused(context.HttpContext));

    private static async Task<bool> IsAllowedAsync(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) || await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context);

    private static IResult Refused(HttpContext context)
    {
        var t = context.RequestServices.GetRequiredService<IStringLocalizer>();
        return Results.Problem(statusCode: StatusCodes.Status400BadRequest, detail: t["The antiforgery header is missing or wrong."]);
    }
}
