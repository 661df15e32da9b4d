using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.Core.Packs;
using Platform.Modules.Catalogue.Search;
using Platform.Web.Caching;

namespace Platform.Modules.Catalogue.Pages.Catalogue;

[PublicPage("q")]
public sealed class SearchModel(ServiceSearch search) : PageModel
{
    private const int LongestQuery = 200;

    public string Query { get; private set; } = "";

    public IReadOnlyList<ServiceDefinition> Found { get; private set; } = [];

    public IActionResult OnGet(string? q)
    {
        Query = (q ?? "").Trim();
        Query = Query.Length > LongestQuery ? Query[..LongestQuery] : Query;
        Found = search.Find(Query, CultureInfo.CurrentUICulture.Name).Services;
        return Page();
    }
}
