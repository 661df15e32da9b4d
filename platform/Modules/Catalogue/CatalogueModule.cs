using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Modules;
using Platform.Modules.Catalogue.Proposals;
using Platform.Modules.Catalogue.Search;

namespace Platform.Modules.Catalogue;

/// <summary>The public catalogue: services, life events, organizations and places, out of the active pack; and, for officials, national changes for their local variants.</summary>
public sealed class CatalogueModule : PlatformModule
{
    public override string Name => "catalogue";

    public override void Configure(ModuleBuilder module)
    {
        module.Services.AddSingleton<ServiceSearch>().AddSingleton<MostUsed>();
        module.Services.AddSingleton<ProposalStore>().AddSingleton<ProposedVariant>().AddScoped<ProposalWords>();
        module.Permission(CataloguePermissions.Localize);
        module.Job<ProposeChanges>(every: TimeSpan.FromMinutes(1));
        module.OpenPages("/Catalogue");
        module.Pages("/Proposals", CataloguePermissions.Localize);
        module.Api(CatalogueApi.Map);
        module.Menu(MenuPlaces.Public, "Services", "/services", order: 10);
        module.Menu(MenuPlaces.Public, "Organizations", "/organizations", order: 20);
        module.Menu(MenuPlaces.Public, "Places", "/areas", order: 30);
        module.Menu(MenuPlaces.Desk, "National changes", "/desk/proposals", CataloguePermissions.Localize, order: 75);
        module.Menu(MenuPlaces.Feed, "What changed (feed for news readers)", "/atom.xml");
        CatalogueExport.Declare(module);
    }
}
