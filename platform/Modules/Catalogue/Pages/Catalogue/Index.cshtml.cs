using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.Core.Packs;
using Platform.Web.Caching;

namespace Platform.Modules.Catalogue.Pages.Catalogue;

[PublicPage]
public sealed class IndexModel(ActivePack active, MostUsed used) : PageModel
{
    private const int Least = 4;

    public Pack Pack { get; } = active.Current.Pack;

    /// <summary>What most people come for: as it is counted, and as the pack supposes until then.</summary>
    public IEnumerable<ServiceDefinition> FrontServices =>
        used.Services.Concat(Pack.AskedMost).Distinct().Select(Pack.Services.Find).OfType<ServiceDefinition>().Take(int.Max(Pack.AskedMost.Count, Least));
}
