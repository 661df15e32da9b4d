using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Platform.Core.Packs;
using Platform.Web.Caching;

namespace Platform.Modules.Catalogue.Pages.Catalogue;

[PublicPage]
public sealed class LifeEventModel(ActivePack active, IStringLocalizer t) : PageModel
{
    public LifeEvent Happening { get; private set; } = null!;

    public IEnumerable<ServiceDefinition> Services => active.Current.Pack.Services.All.Where(s => s.LifeEvents.Contains(Happening.Id)).ByTitle(t);

    public IActionResult OnGet(string id)
    {
        if (active.Current.Pack.LifeEvents.Find(id) is not { } found)
        {
            return NotFound();
        }

        Happening = found;
        return Page();
    }
}
