using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.Core;
using Platform.Core.Modules;
using Platform.Core.Packs;
using Platform.Modules.Catalogue.Feeds;
using Platform.Web.Caching;

namespace Platform.Modules.Catalogue.Pages.Catalogue;

[PublicPage]
public sealed class SitemapModel(ActivePack active, ModuleCatalog modules, PortalAddress portal) : PageModel
{
    public IActionResult OnGet() => Content(XmlText.Of(new SiteMap(active.Current.Pack, modules, portal).Of(CultureInfo.CurrentUICulture.Name)), "application/xml");
}
