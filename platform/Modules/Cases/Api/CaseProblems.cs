using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Platform.Core.Data;
using Platform.Core.Modules.Forms;
using Platform.Modules.Cases.Drafts;

namespace Platform.Modules.Cases.Api;

/// <summary>
/// Changes need the antiforgery header. What a rule refuses is 409 with its words (RFC 9457); what another's change refuses is 412 to those who
/// named the version they saw, and 409 to the others, with the winner's name.
/// </summary>
internal sealed class CaseProblems(IAntiforgery antiforgery, IStringLocalizer t) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (!HttpMethods.IsGet(context.HttpContext.Request.Method) && !await antiforgery.IsRequestValidAsync(context.HttpContext))
        {
            return Results.Problem(statusCode: StatusCodes.Status400BadRequest, detail: t["The antiforgery header is missing or wrong."]);
        }

        try
        {
            return await next(context);
        }
        catch (RuleException rule)
        {
            return Results.Problem(statusCode: StatusCodes.Status409Conflict, detail: rule.In(t));
        }
        catch (Exception error) when (error is ActConflictException or PageConflictException)
        {
            var named = context.HttpContext.Request.Headers.IfMatch.Count > 0;
            var words = context.HttpContext.RequestServices.GetRequiredService<ConflictWords>();
            return Results.Problem(
                statusCode: named ? StatusCodes.Status412PreconditionFailed : StatusCodes.Status409Conflict,
                detail: await words.OfAsync(context.HttpContext.Request.RouteValues, context.HttpContext.RequestAborted));
        }
        catch (DuplicateException)
        {
            // The key was used for a case of somebody else: the same words as for one that cannot be used.
            return Results.Problem(statusCode: StatusCodes.Status422UnprocessableEntity, detail: t["Choose another Idempotency-Key."]);
        }
    }
}
