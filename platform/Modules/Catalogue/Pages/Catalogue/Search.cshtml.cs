using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Platform.Core.Packs;
using Platform.Core.Texts;
using Platform.Modules.Catalogue.Search;
using Platform.Web.Caching;
using Platform.Web.Languages;

namespace Platform.Modules.Catalogue.Pages.Catalogue;

/// <summary>Services by words, narrowed by who provides them, for whom, how and where.</summary>
[PublicPage("q", "organization", "audience", "channel", "area", "page", Seconds = 600)]
public sealed class SearchModel(ServiceSearch search, ActivePack active, IStringLocalizer t) : PageModel
{
    private const int PageSize = 20;

    private readonly Pack pack = active.Current.Pack;
    private IReadOnlyList<ServiceDefinition> fitting = [];
    private IReadOnlyList<ServiceDefinition> found = [];
    private int number;

    public string Query { get; private set; } = "";

    public SearchFilter Filter { get; private set; } = new();

    /// <summary>Something was asked for.</summary>
    public bool IsAsked => Query.Length > 0 || !Filter.IsEmpty;

    public int Count => fitting.Count;

    public IEnumerable<ServiceDefinition> Found => fitting.Skip((number - 1) * PageSize).Take(PageSize);

    /// <summary>Words that may have been meant.</summary>
    public string? Meant { get; private set; }

    public string? Previous => number > 1 ? Address(Query, number - 1) : null;

    public string? Next => number * PageSize < Count ? Address(Query, number + 1) : null;

    public string MeantAddress => Address(Meant!, 1);

    /// <summary>The same search in the whole country, for everybody, by whatever way.</summary>
    public string WideAddress => HttpContext.InLanguage($"/search{QueryString.Create("q", Query)}");

    public IReadOnlyList<SelectListItem> Organizations =>
        Choices(FoundBy(Filter with { Organization = null }).CountBy(s => s.Organization), pack.Organizations.Select(o => o.Id), id => (id, t.Pack(pack.Organizations.Find(id)!.Name).Value), Filter.Organization);

    public IReadOnlyList<SelectListItem> Audiences =>
        Choices(CountEach(FoundBy(Filter with { Audience = null }), s => s.Audience), Enum.GetValues<Audience>(), a => (CatalogueNames.Word(a), CatalogueNames.Of(t, a)), Filter.Audience);

    public IReadOnlyList<SelectListItem> Channels =>
        Choices(CountEach(FoundBy(Filter with { Channel = null }), s => s.Channels), Enum.GetValues<Channel>(), c => (CatalogueNames.Word(c), CatalogueNames.Of(t, c)), Filter.Channel);

    /// <summary>The largest places, and below each the smaller ones where something is offered otherwise.</summary>
    public IReadOnlyList<SelectListItem> Areas =>
        [new(t["Everywhere"], ""), .. pack.Areas.Roots.SelectMany(WithPlaces).Select(a => new SelectListItem(PathOf(a), a.Code, a.Code == Filter.Area?.Code))];

    public void OnGet(string? q, string? organization, string? audience, string? channel, string? area, [FromQuery(Name = "page")] int? page)
    {
        Query = ServiceSearch.Cut((q ?? "").Trim());
        Filter = new(pack.Organizations.Find(organization ?? "")?.Id, Read<Audience>(audience), Read<Channel>(channel), pack.Areas.Find(area ?? ""));
        number = Math.Max(page ?? 1, 1);
        var answer = Query.Length > 0 ? search.Find(Query, CultureInfo.CurrentUICulture.Name) : new SearchAnswer(IsAsked ? pack.Services.All : [], null);
        (found, Meant) = (answer.Services, answer.Meant);
        fitting = [.. Filter.Of(found, pack.Services)];
    }

    private IEnumerable<Area> WithPlaces(Area root) => pack.Services.Places.Append(Filter.Area?.Code).OfType<string>().Distinct()
        .Select(pack.Areas.Find).OfType<Area>().Where(a => a != root && pack.Areas.IsWithin(a.Code, root.Code)).OrderBy(PathOf, StringComparer.CurrentCulture).Prepend(root);

    private static string PathOf(Area area) => string.Join(" – ", area.Upwards().Reverse().Select(AreasModel.NameOf));

    private IEnumerable<ServiceDefinition> FoundBy(SearchFilter filter) => filter.Of(found, pack.Services);

    private static IEnumerable<KeyValuePair<T, int>> CountEach<T>(IEnumerable<ServiceDefinition> services, Func<ServiceDefinition, IReadOnlyList<T>> of) where T : struct, Enum
    {
        var words = Enum.GetValues<T>();
        var counts = new int[words.Length];
        foreach (var service in services)
        {
            // No enumerators: this runs for hundreds of services for every page.
            for (var (all, i) = (of(service), 0); i < all.Count; i++)
            {
                counts[Array.IndexOf(words, all[i])]++;
            }
        }

        return words.Zip(counts, KeyValuePair.Create).Where(c => c.Value > 0);
    }

    // Each with how many are found by it; those that would find nothing are left out.
    private List<SelectListItem> Choices<T>(IEnumerable<KeyValuePair<T, int>> found, IEnumerable<T> all, Func<T, (string Word, string Name)> of, object? chosen) where T : notnull
    {
        var counts = found.ToDictionary();
        return [new(t["All"], ""), .. all.Where(choice => counts.ContainsKey(choice) || choice.Equals(chosen)).Select(choice =>
        {
            var (word, name) = of(choice);
            return new SelectListItem(t["{0} ({1})", name, counts.GetValueOrDefault(choice)], word, choice.Equals(chosen));
        })];
    }

    private string Address(string query, int page) => HttpContext.InLanguage("/search" + QueryString.Create(new Dictionary<string, string?>
    {
        ["q"] = query,
        ["organization"] = Filter.Organization,
        ["audience"] = Filter.Audience is { } audience ? CatalogueNames.Word(audience) : null,
        ["channel"] = Filter.Channel is { } channel ? CatalogueNames.Word(channel) : null,
        ["area"] = Filter.Area?.Code,
        ["page"] = page == 1 ? null : page.ToString(CultureInfo.InvariantCulture),
    }.Where(p => !string.IsNullOrEmpty(p.Value))));

    private static T? Read<T>(string? word) where T : struct, Enum => Enum.GetValues<T>().Where(v => CatalogueNames.Word(v) == word).Select(v => (T?)v).FirstOrDefault();
}
