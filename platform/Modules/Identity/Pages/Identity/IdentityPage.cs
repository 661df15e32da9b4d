using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Platform.Core.Data;
using Platform.Core.People;
using Platform.Modules.Identity.Sessions;
using Platform.Web.Caching;
using Platform.Web.Languages;

namespace Platform.Modules.Identity.Pages.Identity;

/// <summary>What the pages of this module share. None of them may be kept by a browser or proxy.</summary>
internal abstract class IdentityPage : PageModel
{
    /// <summary>The page that somebody was on the way to.</summary>
    [BindProperty(Name = "return", SupportsGet = true)]
    public string? Return { get; set; }

    protected IStringLocalizer T => HttpContext.RequestServices.GetRequiredService<IStringLocalizer>();

    protected Viewer Viewer => HttpContext.RequestServices.GetRequiredService<Viewer>();

    /// <summary>The signed-in person; only on pages that need one.</summary>
    protected Guid Me => Viewer.PersonId!.Value;

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => Response.KeepNothing();

    protected Act Begin(Guid? forPerson = null) =>
        HttpContext.RequestServices.GetRequiredService<Acts>().Begin(Viewer.Actor(forPerson is null ? Channels.Web : Channels.Counter, forPerson));

    protected IActionResult To(string path) => LocalRedirect(HttpContext.InLanguage(path));

    /// <summary>To a page of signing in, which keeps where the person wants to go.</summary>
    protected IActionResult Through(string path) =>
        LocalRedirect(HttpContext.InLanguage(path) + (SignInPaths.Local(Return) is { } onward ? QueryString.Create("return", onward) : default));

    protected IActionResult Onward() => SignInPaths.Local(Return) is { } onward ? LocalRedirect(onward) : To(SignInPaths.Start);

    /// <summary>The page again, with what was typed and what is wrong.</summary>
    protected IActionResult Again(string field, string mistake)
    {
        ModelState.AddModelError(field, mistake);
        return Page();
    }

    /// <summary>What to say to somebody who must wait.</summary>
    protected string WaitText(TimeSpan wait) => wait < TimeSpan.FromMinutes(1)
        ? T["Too many attempts. Wait {0} seconds, then try again", Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds))]
        : T["Too many attempts. Wait {0} minutes, then try again", (int)Math.Ceiling(wait.TotalMinutes)];
}
