using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Platform.Core.Data;
using Platform.Core.Packs;
using Platform.Core.People;
using Platform.Modules.Identity.Accounts;
using Platform.Modules.Identity.Grants;
using Platform.Web.Components;

namespace Platform.Modules.Identity.Pages.Identity.Desk.Grants;

/// <summary>Gives a role, where the administrator may, to anybody but himself.</summary>
internal sealed class GiveModel(AccountStore accounts, ActivePack active, GrantWords words) : IdentityPage
{
    private Pack Pack => active.Current.Pack;

    public IEnumerable<SelectListItem> Roles => Pack.Roles.Select(r => new SelectListItem(words.Role(r.Id), r.Id)).Prepend(new SelectListItem("", ""));

    public IEnumerable<SelectListItem> Organizations => Pack.Organizations.Select(o => o.Id).Prepend(Grant.AnyOrganization)
        .Where(id => Viewer.ScopeOf(IdentityPermissions.Grant).Parts.Any(p => p.Organization == id || p.Organization == Grant.AnyOrganization))
        .Select(id => new SelectListItem(words.Organization(id), id)).Prepend(new SelectListItem("", ""));

    public async Task<IActionResult> OnPostAsync([FromForm] string? name, [FromForm] string? role, [FromForm] string? organization, [FromForm] string? area)
    {
        var account = SignInNames.Fold(name, Pack.Phone) is { } folded ? await accounts.FindByNameAsync(folded) : null;
        var place = string.IsNullOrWhiteSpace(area) ? null : Pack.Areas.Find(area.Trim());
        var path = place is null ? null : AreaPath.Of(place);
        var until = Until();
        ModelState.Require("name", account is not null, T["Nobody signs in with this name"]);
        ModelState.Require("name", account?.PersonId != Me, T["Nobody gives a role to himself. Ask another administrator"]);
        ModelState.Require("role", Pack.Roles.Find(role ?? "") is not null, T["Choose a role"]);
        ModelState.Require("area", place is not null || string.IsNullOrWhiteSpace(area), T["There is no area with this code"]);
        ModelState.Require("organization", Viewer.May(IdentityPermissions.Grant, organization ?? "", path), T["Choose an organization and an area in which you may give roles"]);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var act = Begin(account!.PersonId);
        GrantStore.Give(act, account.PersonId, new Grant(role!, organization!, path), act.At, until);
        await act.CommitAsync();
        return To("/desk/grants");
    }

    // The end of the last day, where the instance is; a month or a year ends with its last day.
    private Instant? Until()
    {
        ModelState.Require("until", DateInput.TryRead(Request.Form, "until", out var date), T["Enter a whole date"]);
        return date is { } last ? LocalDay.StartOf(last.Latest.AddDays(1), Pack) : null;
    }
}
