using Microsoft.AspNetCore.Mvc;
using Platform.Core.Modules;
using Platform.Web.Menus;

namespace Platform.Modules.Identity.Pages.Identity.Account;

/// <summary>Where signing in leads to: officials to their desk, everybody else to their account.</summary>
internal sealed class StartModel(Menu menu) : IdentityPage
{
    public IActionResult OnGet() => To(menu.Door(HttpContext, MenuPlaces.Public)?.Path ?? "/account");
}
