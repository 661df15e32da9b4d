using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Platform.Web.Security;

/// <summary>
/// HEAD is answered wherever GET is, by the same program, and its content goes nowhere: an address that can be read can be asked about.
/// RFC 9110, section 9.3.2.
/// </summary>
internal static class HeadRequests
{
    public static void UseHeadRequests(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await next(context);
            return;
        }

        var wire = context.Response.Body;
        try
        {
            context.Request.Method = HttpMethods.Get;
            context.Response.Body = Stream.Null;
            await next(context);
        }
        finally
        {
            context.Request.Method = HttpMethods.Head;
            context.Response.Body = wire;
        }
    });
}
