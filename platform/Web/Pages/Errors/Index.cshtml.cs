using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Localization;
using Platform.Core.Modules.Forms;
using Platform.Web.Errors;

namespace Platform.Web.Pages.Errors;

/// <summary>The page behind every error. Two that are not there, or not one's own, give the same bytes: only a failure of ours carries a number.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class IndexModel(IStringLocalizer texts, IHostEnvironment environment) : PageModel
{
    public string Heading { get; private set; } = "";

    public string Advice { get; private set; } = "";

    public string? CorrelationId { get; private set; }

    /// <summary>The exception, in Development.</summary>
    public string? Details { get; private set; }

    public override void OnPageHandlerExecuting(Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutingContext context)
    {
        var status = Response.StatusCode = Response.StatusCode == StatusCodes.Status200OK ? StatusCodes.Status404NotFound : Response.StatusCode;
        var error = HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error;
        (Heading, Advice) = error is RuleException rule ? (texts["This cannot be done"], rule.In(texts)) : Words(status);
        if (status >= StatusCodes.Status500InternalServerError)
        {
            CorrelationId = HttpContext.CorrelationId();
            Details = environment.IsDevelopment() ? error?.ToString() : null;
        }
    }

    private (string Heading, string Advice) Words(int status) => status switch
    {
        StatusCodes.Status404NotFound => (texts["Page not found"], texts["Check the address, or look for what you need from the front page."]),
        StatusCodes.Status409Conflict => (texts["Somebody was faster"], texts["What you were changing has changed in the meantime; nothing of yours was written. Go back, load the page again and see what is there now."]),
        StatusCodes.Status410Gone => (texts["The contents have been erased"], texts["What stood here was erased for good. Nobody can read it any more."]),
        StatusCodes.Status413PayloadTooLarge => (texts["This is too large"], texts["Choose a smaller file and try again."]),
        StatusCodes.Status429TooManyRequests => (texts["Too many attempts"], texts["Wait a few minutes, then try again."]),
        StatusCodes.Status503ServiceUnavailable => (texts["The service is not available now"], texts["Try again later. What you have saved is kept."]),
        >= StatusCodes.Status500InternalServerError => (texts["Something went wrong on our side"], texts["Try again later. What you have saved is kept."]),
        _ => (texts["The page could not accept this"], texts["Go back, load the page again and try once more. What you have saved is kept."]),
    };
}
