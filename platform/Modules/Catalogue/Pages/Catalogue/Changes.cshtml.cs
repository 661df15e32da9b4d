using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Platform.Core;
using Platform.Core.Data;
using Platform.Core.Packs;
using Platform.Modules.Catalogue.Feeds;
using Platform.Web.Caching;

namespace Platform.Modules.Catalogue.Pages.Catalogue;

[PublicPage]
public sealed class ChangesModel(ActivePack active, PortalAddress portal, IStringLocalizer texts, TimeProvider clock) : PageModel
{
    public IActionResult OnGet()
    {
        var pack = active.Current.Pack;
        return Content(XmlText.Of(new ChangesFeed(pack, portal, texts).Write(LocalDay.Of(clock.Now(), pack))), "application/atom+xml");
    }
}
