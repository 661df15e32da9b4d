using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.Core.Modules;
using Platform.Core.Packs;
using Platform.Web.Caching;
using Platform.Web.Menus;

namespace Platform.Modules.Catalogue.Pages.Catalogue;

[PublicPage]
public sealed class IndexModel(ActivePack active, MostUsed used, Menu menu) : PageModel
{
    /// <summary>Where whoever holds a document has it checked, in an instance that issues any.</summary>
    public const string Verify = "/verify";

    private const int Least = 4;

    public Pack Pack { get; } = active.Current.Pack;

    public bool ChecksCertificates => menu.For(HttpContext, MenuPlaces.Public).Any(entry => entry.Path == Verify);

    /// <summary>What most people come for: as it is counted, and as the pack supposes until then.</summary>
    public IEnumerable<ServiceDefinition> FrontServices =>
        used.Services.Concat(Pack.AskedMost).Distinct().Select(Pack.Services.Find).OfType<ServiceDefinition>().Take(int.Max(Pack.AskedMost.Count, Least));
}
