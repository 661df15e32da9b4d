using Microsoft.AspNetCore.Mvc;
using Platform.Core.People;
using Platform.Modules.Identity.Grants;

namespace Platform.Modules.Identity.Pages.Identity.Desk.Grants;

internal sealed class EndModel(GrantStore grants, PersonStore people, GrantWords words) : IdentityPage
{
    public GrantLine Line { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id) => await FindAsync(id) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (await FindAsync(id) is not { } grant)
        {
            return NotFound();
        }

        var act = Begin(grant.PersonId);
        GrantStore.End(act, grant);
        await act.CommitAsync();
        return To("/desk/grants");
    }

    private async Task<GrantEntry?> FindAsync(Guid id)
    {
        if (await grants.FindAsync(id) is not { } grant || grant.PersonId == Me || !Viewer.May(IdentityPermissions.Grant, grant.Organization, grant.AreaPath))
        {
            return null;
        }

        Line = words.Line(grant, await people.FindAsync(grant.PersonId), Me);
        return grant;
    }
}
