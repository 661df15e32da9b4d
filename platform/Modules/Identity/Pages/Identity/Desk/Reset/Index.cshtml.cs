using Microsoft.AspNetCore.Mvc;
using Platform.Modules.Identity.Accounts;
using Platform.Modules.Identity.Grants;

namespace Platform.Modules.Identity.Pages.Identity.Desk.Reset;

/// <summary>Prints a one-time password for somebody who lost theirs. The authenticator app stays as it is.</summary>
internal sealed class IndexModel(AccountStore accounts, GrantStore grants, Passwords passwords) : ResetPage(accounts, grants, passwords)
{
    public async Task<IActionResult> OnGetAsync(Guid id) => await FindAsync(id) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (await FindAsync(id) is not { } account)
        {
            return NotFound();
        }

        await PrintAsync(account, "identity.reset");
        return Page();
    }
}
