using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Platform.Web.Caching;

/// <summary>Answers for one person only.</summary>
public static class Personal
{
    /// <summary>No browser and no proxy keeps this answer. Both words, because antiforgery writes both, and warns where it finds only one.</summary>
    public static void KeepNothing(this HttpResponse response) => response.Headers.CacheControl = "no-cache, no-store";

    // What is for one person is the rule; what is for everybody says so itself, later on its way.
    internal static void UsePersonalAnswers(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.KeepNothing();
        return next(context);
    });
}
