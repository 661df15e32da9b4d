using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Platform.Core;
using Platform.Core.Packs;
using Platform.Core.Texts;
using Platform.Modules.Catalogue.Cpsv;
using Platform.Modules.Catalogue.Search;
using Platform.Web.Caching;

namespace Platform.Modules.Catalogue;

/// <summary>The catalogue for programs: every text in every language of the portal, by tag.</summary>
internal static class CatalogueApi
{
    private const int MostSuggestions = 7;
    private const string LinkedData = "application/ld+json";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/services", Services).WithName("ListServices").WithSummary("Services, all or those that fit").AllowAnonymous();
        api.MapGet("/services/{id}", Service).WithName("GetService").WithSummary("One service").AllowAnonymous();
        api.MapGet("/suggestions", Suggestions).WithName("ListSuggestions").WithSummary("The few services that fit best to what was typed so far").AllowAnonymous();
        api.MapGet("/organizations", Organizations).WithName("ListOrganizations").WithSummary("Public bodies").AllowAnonymous();
        api.MapGet("/cpsv", Graph).WithName("GetCpsv").WithSummary("The whole catalogue as linked data: CPSV-AP 3.2 in JSON-LD")
            .Produces(StatusCodes.Status200OK, contentType: LinkedData).WithMetadata(new PublicPageAttribute { Seconds = 3600 }).AllowAnonymous();
        api.MapGet("/areas", Areas).WithName("ListAreas").WithSummary("Places below a place, or the largest ones").AllowAnonymous();
    }

    private static Ok<IReadOnlyList<ServiceAnswer>> Services(ActivePack active, Texts texts, ServiceSearch search, string? q = null, string? organization = null, string? lifeEvent = null)
    {
        var pack = active.Current.Pack;
        var found = q is null ? pack.Services.All : search.Find(q, pack.DefaultLanguage).Services;
        var answer = new CatalogueAnswers(pack, texts);
        return TypedResults.Ok<IReadOnlyList<ServiceAnswer>>([.. found
            .Where(s => organization is null || s.Organization == organization)
            .Where(s => lifeEvent is null || s.LifeEvents.Contains(lifeEvent))
            .Select(answer.Of)]);
    }

    private static Ok<IReadOnlyList<SuggestionAnswer>> Suggestions(ActivePack active, Texts texts, ServiceSearch search, string q = "", string? language = null)
    {
        var tag = active.Current.Pack.Languages.FirstOrDefault(l => l == language) ?? active.Current.Pack.DefaultLanguage;
        return TypedResults.Ok<IReadOnlyList<SuggestionAnswer>>([.. search.Find(q, tag).Services.Take(MostSuggestions)
            .Select(s => new SuggestionAnswer(texts.Get(tag, s.Title).Value, $"/{tag}{ServicePath.Of(s)}"))]);
    }

    private static FileContentHttpResult Graph(HttpRequest request, ActivePack active, Texts texts, PortalAddress portal) =>
        TypedResults.Bytes(CpsvGraph.Write(active.Current.Pack, texts, portal, request.Path), LinkedData);

    private static Results<Ok<ServiceAnswer>, NotFound> Service(string id, ActivePack active, Texts texts, string? area = null)
    {
        var pack = active.Current.Pack;
        return pack.Services.Find(id, area is null ? null : pack.Areas.Find(area)) is { } service
            ? TypedResults.Ok(new CatalogueAnswers(pack, texts).Of(service))
            : TypedResults.NotFound();
    }

    private static Ok<IReadOnlyList<OrganizationAnswer>> Organizations(ActivePack active, Texts texts)
    {
        var answer = new CatalogueAnswers(active.Current.Pack, texts);
        return TypedResults.Ok<IReadOnlyList<OrganizationAnswer>>([.. active.Current.Pack.Organizations.Select(answer.Of)]);
    }

    private static Results<Ok<IReadOnlyList<AreaAnswer>>, NotFound> Areas(ActivePack active, string? parent = null)
    {
        var areas = active.Current.Pack.Areas;
        return parent is not null && areas.Find(parent) is null
            ? TypedResults.NotFound()
            : TypedResults.Ok<IReadOnlyList<AreaAnswer>>([.. areas.Children(parent).Select(CatalogueAnswers.Of)]);
    }
}
