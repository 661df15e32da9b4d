using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Platform.Core.Packs;
using Platform.Core.Texts;
using Platform.Web.Caching;

namespace Platform.Modules.Catalogue.Pages.Catalogue;

[PublicPage]
public sealed class OrganizationsModel(ActivePack active, IStringLocalizer texts) : PageModel
{
    public IEnumerable<IGrouping<OrganizationType, Organization>> Types => active.Current.Pack.Organizations
        .OrderBy(o => o.Type).ThenBy(o => texts.Pack(o.Name).Value, StringComparer.Create(CultureInfo.CurrentUICulture, ignoreCase: true))
        .GroupBy(o => o.Type);

    public string Name(OrganizationType type) => type switch
    {
        OrganizationType.Ministry => texts["Ministries"],
        OrganizationType.Agency => texts["Agencies"],
        OrganizationType.Authority => texts["Authorities"],
        OrganizationType.Court => texts["Courts"],
        OrganizationType.LocalGovernment => texts["Local government"],
        OrganizationType.Bank => texts["Banks"],
        OrganizationType.Company => texts["Public companies"],
        _ => texts["Other public bodies"],
    };
}
