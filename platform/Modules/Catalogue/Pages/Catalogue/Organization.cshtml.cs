using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Platform.Core.Packs;
using Platform.Web.Caching;

namespace Platform.Modules.Catalogue.Pages.Catalogue;

[PublicPage]
public sealed class OrganizationModel(ActivePack active, IStringLocalizer t) : PageModel
{
    public Organization Organization { get; private set; } = null!;

    public Organization? Parent => Organization.Parent is { } id ? active.Current.Pack.Organizations.Find(id) : null;

    public IEnumerable<ServiceDefinition> Services => active.Current.Pack.Services.All.Where(s => s.Organization == Organization.Id).ByTitle(t);

    public IActionResult OnGet(string id)
    {
        if (active.Current.Pack.Organizations.Find(id) is not { } found)
        {
            return NotFound();
        }

        Organization = found;
        return Page();
    }
}
