using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.Core.Modules.Forms;
using Platform.Core.Packs;
using Platform.Web.Caching;

namespace Platform.Modules.Catalogue.Pages.Catalogue;

/// <summary>
/// What happens with the data of who applies for a service, drawn from its definition alone: so it names everything that is asked, and nothing else.
/// </summary>
[PublicPage("area")]
public sealed class PrivacyModel(ActivePack active) : PageModel
{
    /// <summary>The pages of a pack that say what holds for all services, and whom to ask.</summary>
    private static readonly string[] General = ["privacy", "help"];

    private readonly Pack pack = active.Current.Pack;

    public ServiceDefinition Service { get; private set; } = null!;

    public Organization? Organization => pack.Organizations.Find(Service.Organization);

    public IReadOnlyList<AskedPage> Asked => Service.Asked ?? [];

    /// <summary>What is looked up of a person, by where it comes from.</summary>
    public IEnumerable<IGrouping<FactKind, AskedQuestion>> Known => Asked.SelectMany(p => p.Questions).SelectMany(q => q.All).Where(q => q.Known is not null).GroupBy(q => q.Known!);

    public IEnumerable<PackPage> Pages => General.Select(name => pack.Pages.Find(name, CultureInfo.CurrentUICulture.Name)).OfType<PackPage>();

    public IActionResult OnGet(string id, string? area)
    {
        if (pack.Services.Find(id, area is null ? null : pack.Areas.Find(area)) is not { } service)
        {
            return NotFound();
        }

        Service = service;
        return Page();
    }
}
