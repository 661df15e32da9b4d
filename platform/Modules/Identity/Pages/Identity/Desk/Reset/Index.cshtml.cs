using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Platform.Modules.Identity.Accounts;
using Platform.Modules.Identity.Grants;

namespace Platform.Modules.Identity.Pages.Identity.Desk.Reset;

/// <summary>
/// Prints a one-time password for somebody who lost theirs. For an official it takes <see cref="IdentityPermissions.Grant"/>: who could give
/// himself a password of any official would have all roles. The authenticator app stays as it is.
/// </summary>
internal sealed class IndexModel(AccountStore accounts, GrantStore grants, Passwords passwords, IOptions<IdentityOptions> options) : IdentityPage
{
    public string? Printed { get; private set; }

    public string SignInName { get; private set; } = "";

    public int Hours => options.Value.PrintedPasswordHours;

    public async Task<IActionResult> OnGetAsync(Guid id) => await FindAsync(id) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (await FindAsync(id) is not { } account)
        {
            return NotFound();
        }

        var act = Begin(id);
        Printed = Passwords.Print();
        SignInName = account.SignInName;
        (account.PasswordHash, account.PasswordUntil, account.MustChange) = (passwords.Hash(Printed), act.At.Plus(TimeSpan.FromHours(Hours)), true);
        account.SecurityStamp = AccountStore.NewStamp();
        await accounts.SaveAsync(act, account, "identity.reset");
        await act.CommitAsync();
        return Page();
    }

    private async Task<Accounts.Account?> FindAsync(Guid id)
    {
        var account = id == Me ? null : await accounts.FindAsync(id);
        var isOfficial = account is not null && (await grants.ActiveAsync(id, account.SecurityStamp)).Count > 0;
        return isOfficial && !Viewer.May(IdentityPermissions.Grant) ? null : account;
    }
}
