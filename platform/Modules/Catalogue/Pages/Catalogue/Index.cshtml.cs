using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.Core.Packs;
using Platform.Web.Caching;

namespace Platform.Modules.Catalogue.Pages.Catalogue;

[PublicPage]
public sealed class IndexModel(ActivePack active) : PageModel
{
    public Pack Pack { get; } = active.Current.Pack;

    public IEnumerable<ServiceDefinition> FrontServices => Pack.AskedMost.Select(Pack.Services.Find).OfType<ServiceDefinition>();
}
