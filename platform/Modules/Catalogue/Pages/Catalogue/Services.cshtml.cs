using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Platform.Core.Packs;
using Platform.Core.Texts;
using Platform.Web.Caching;

namespace Platform.Modules.Catalogue.Pages.Catalogue;

[PublicPage]
public sealed class ServicesModel(ActivePack active, IStringLocalizer texts) : PageModel
{
    /// <summary>By the letter of the title that an index lists it under, in the order of the page's language.</summary>
    public IEnumerable<IGrouping<string, ServiceDefinition>> ByLetter => active.Current.Pack.Services.All.ByTitle(texts)
        .GroupBy(s => Letters.Index(texts.Pack(s.Title).Value, CultureInfo.CurrentUICulture));
}
