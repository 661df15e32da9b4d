using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.Core;
using Platform.Core.Packs;
using Platform.Modules.Catalogue.Feeds;
using Platform.Web.Caching;

namespace Platform.Modules.Catalogue.Pages.Catalogue;

[PublicPage]
public sealed class RobotsModel(ActivePack active, PortalAddress portal) : PageModel
{
    public IActionResult OnGet() => Content(Robots.Write(active.Current.Pack, portal), "text/plain");
}
