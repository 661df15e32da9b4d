using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Platform.Core.People;
using Platform.Modules.Webhooks.Endpoints;
using Platform.Modules.Webhooks.Events;
using Platform.Web.Caching;
using Platform.Web.Components;
using Platform.Web.Languages;

namespace Platform.Modules.Webhooks.Pages.Webhooks;

/// <summary>Adds somebody who is told.</summary>
internal sealed class NewModel(EndpointStore endpoints, EndpointRules rules, Viewer viewer, IStringLocalizer texts) : PageModel
{
    public void OnGet() => Response.KeepNothing();

    public async Task<IActionResult> OnPostAsync([FromForm] string? url, [FromForm] string[] events, CancellationToken cancellationToken)
    {
        var types = EventTypes.All.Intersect(events).ToList();
        var mistake = rules.Mistake(url?.Trim(), texts);
        ModelState.Require("url", mistake is null, mistake ?? "");
        ModelState.Require("events", types.Count > 0, texts["Choose at least one"]);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var endpoint = await endpoints.AddAsync(url!.Trim(), types, viewer.Actor(Channels.Web), cancellationToken);
        return LocalRedirect(HttpContext.InLanguage($"/desk/webhooks/{endpoint:D}"));
    }
}
