using Microsoft.AspNetCore.Mvc;
using Platform.Modules.Identity.Accounts;
using Platform.Modules.Identity.Grants;

namespace Platform.Modules.Identity.Pages.Identity.Desk.Reset;

/// <summary>
/// Voids the authenticator app of somebody who lost the telephone and the recovery codes. The password goes with it: whoever has found both sets
/// up nothing.
/// </summary>
internal sealed class TwoFactorModel(AccountStore accounts, GrantStore grants, Passwords passwords) : ResetPage(accounts, grants, passwords)
{
    public async Task<IActionResult> OnGetAsync(Guid id) => await FindAsync(id) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (await FindAsync(id) is not { } account)
        {
            return NotFound();
        }

        (account.TotpKey, account.TwoFactor, account.RecoveryCodes) = (null, false, []);
        await PrintAsync(account, "identity.two-factor-reset");
        return Page();
    }
}
