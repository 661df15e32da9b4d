using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Modules;
using Platform.Modules.Catalogue.Search;

namespace Platform.Modules.Catalogue;

/// <summary>The public catalogue: services, life events, organizations and places, out of the active pack. No tables, no SQL.</summary>
public sealed class CatalogueModule : PlatformModule
{
    public override string Name => "catalogue";

    public override void Configure(ModuleBuilder module)
    {
        module.Services.AddSingleton<ServiceSearch>().AddSingleton<MostUsed>();
        module.PublicPages("/Catalogue");
        module.Api(CatalogueApi.Map);
        module.Menu(MenuPlaces.Public, "Services", "/services", order: 10);
        module.Menu(MenuPlaces.Public, "Organizations", "/organizations", order: 20);
        module.Menu(MenuPlaces.Public, "Places", "/areas", order: 30);
        module.Menu(MenuPlaces.Feed, "What changed (feed for news readers)", "/atom.xml");
    }
}
