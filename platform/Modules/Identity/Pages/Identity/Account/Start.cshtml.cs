using Microsoft.AspNetCore.Mvc;
using Platform.Core.Modules;
using Platform.Core.People;
using Platform.Web.Languages;
using Platform.Web.Menus;
using Platform.Web.Sites;

namespace Platform.Modules.Identity.Pages.Identity.Account;

/// <summary>Where signing in leads to: officials to their desk, everybody else to their account, in the language that the person chose.</summary>
internal sealed class StartModel(Menu menu, PersonStore people, ActiveSite site) : IdentityPage
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var chosen = site.Current.Language((await people.FindAsync(Me, cancellationToken))?.Details?.Language);
        return LocalRedirect($"/{(chosen ?? HttpContext.Language()).Tag}{menu.Door(HttpContext, MenuPlaces.Public)?.Path ?? "/account"}");
    }
}
