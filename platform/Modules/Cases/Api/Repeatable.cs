using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Platform.Core.Data;
using Platform.Core.People;

namespace Platform.Modules.Cases.Api;

/// <summary>
/// A POST with an <c>Idempotency-Key</c> is done once, however often it is sent. The same key and question get the same answer; the same key with
/// another question gets 422; while the first is being worked on, the others get 409.
/// </summary>
/// <param name="again">Renders the answer again.</param>
internal sealed class Repeatable(Func<HttpContext, AnsweredRequest, Task<IResult>> again) : IEndpointFilter
{
    public const string Header = "Idempotency-Key";

    private const int LongestKey = 255;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsPost(http.Request.Method) || http.Request.Headers[Header] is not [{ Length: > 0 and <= LongestKey } key])
        {
            return await next(context);
        }

        var (keys, question) = (http.RequestServices.GetRequiredService<RequestKeys>(), Question(context));
        var request = keys.Of(ScopeOf(http), key, question);
        using var running = keys.Begin(request);
        if (running is null)
        {
            http.Response.Headers.RetryAfter = "1";
            return Refuse(http, StatusCodes.Status409Conflict, t => t["The same request is still being worked on."]);
        }

        http.Features.Set(request);
        return await AnsweredAsync(http, keys, request, question) ?? await DoAsync(context, next, () => AnsweredAsync(http, keys, request, question));
    }

    // Another process may have done it meanwhile: then whatever stopped this one is no conflict but the answer.
    private static async Task<object?> DoAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next, Func<Task<IResult?>> answered)
    {
        try
        {
            return await next(context);
        }
        catch (Exception error) when (error is ActConflictException or DuplicateException)
        {
            if (await answered() is { } answer)
            {
                return answer;
            }

            throw;
        }
    }

    private async Task<IResult?> AnsweredAsync(HttpContext http, RequestKeys keys, RequestKey request, string question) => await keys.FindAsync(request, http.RequestAborted) switch
    {
        null => null,
        var answered when keys.IsSame(answered, question) => await again(http, answered),
        _ => Refuse(http, StatusCodes.Status422UnprocessableEntity, t => t["Choose another Idempotency-Key."]),
    };

    // What was asked, whatever its spaces: the path and the body as it was read.
    private static string Question(EndpointFilterInvocationContext context) =>
        $"{context.HttpContext.Request.Path}\n{JsonSerializer.Serialize(context.Arguments.FirstOrDefault(a => a is NewCase or GivenForm or JsonObject))}";

    private static string ScopeOf(HttpContext http) =>
        $"{http.RequestServices.GetRequiredService<Viewer>().PersonId:N} {(http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText}";

    private static IResult Refuse(HttpContext http, int status, Func<IStringLocalizer, string> text) =>
        Results.Problem(statusCode: status, detail: text(http.RequestServices.GetRequiredService<IStringLocalizer>()));
}

/// <summary>Who acts through the API.</summary>
internal static class ApiActors
{
    /// <summary>With the request, where it may be repeated. Of a case without a name none is kept: its row would name the person.</summary>
    public static Actor In(this Actor actor, HttpContext http, int status = StatusCodes.Status200OK, string? location = null) =>
        actor.PersonId is not null && http.Features.Get<RequestKey>() is { } request ? actor with { Request = request with { Status = status, Location = location } } : actor;
}
