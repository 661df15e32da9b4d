using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Platform.Core.Data;
using Platform.Core.Keys;
using Platform.Core.Modules.Forms;

namespace Platform.Web.Errors;

/// <summary>
/// Turns exceptions and empty error responses into a page in the person's language, or into problem details below <c>/api</c>.
/// Refused is not there: 403 becomes 404, so that nobody learns what exists.
/// </summary>
internal static class ErrorPages
{
    public static void UseErrorPages(this IApplicationBuilder app)
    {
        app.UseWhen(context => !IsApi(context), pages => pages
            .UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/errors", StatusCodeSelector = Status, AllowStatusCode404Response = true })
            .UseStatusCodePagesWithReExecute("/errors"));
        app.UseWhen(IsApi, api => api
            .UseExceptionHandler(new ExceptionHandlerOptions { StatusCodeSelector = Status })
            .UseStatusCodePages());
        app.Use(async (context, next) =>
        {
            await next(context);
            if (context.Response is { StatusCode: StatusCodes.Status403Forbidden, HasStarted: false })
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
            }
        });
    }

    /// <summary>The number a person can give to those who run the portal; it stands in their log.</summary>
    public static string CorrelationId(this HttpContext context) => Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;

    internal static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal);

    private static int Status(Exception error) => error switch
    {
        ActConflictException or RuleException => StatusCodes.Status409Conflict,
        KeyErasedException => StatusCodes.Status410Gone,
        BadHttpRequestException bad => bad.StatusCode,
        _ => StatusCodes.Status500InternalServerError,
    };
}
