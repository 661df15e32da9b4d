using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Platform.Modules.Identity.Accounts;
using Platform.Modules.Identity.Grants;

namespace Platform.Modules.Identity.Pages.Identity.Desk.Reset;

/// <summary>
/// Lets somebody in again who lost a password or a telephone, by a one-time password on paper. For an official it takes
/// <see cref="IdentityPermissions.Grant"/> wherever the official holds a role: who could give himself a password of any official would have all roles.
/// </summary>
internal abstract class ResetPage(AccountStore accounts, GrantStore grants, Passwords passwords) : IdentityPage
{
    public PrintedPassword? Printed { get; private set; }

    /// <summary>Null for oneself, for nobody, and for an official out of reach.</summary>
    protected async Task<Accounts.Account?> FindAsync(Guid id)
    {
        var account = id == Me ? null : await accounts.FindAsync(id);
        var roles = account is null ? [] : await grants.ActiveAsync(id, account.SecurityStamp);
        return roles.All(held => Viewer.May(IdentityPermissions.Grant, held.Organization, held.AreaPath)) ? account : null;
    }

    /// <summary>Voids password and sessions; the new password stands in <see cref="Printed"/>, for this one answer.</summary>
    protected async Task PrintAsync(Accounts.Account account, string action)
    {
        var act = Begin(account.PersonId);
        var hours = HttpContext.RequestServices.GetRequiredService<IOptions<IdentityOptions>>().Value.PrintedPasswordHours;
        var password = Passwords.Print();
        (account.PasswordHash, account.PasswordUntil, account.MustChange) = (passwords.Hash(password), act.At.Plus(TimeSpan.FromHours(hours)), true);
        account.SecurityStamp = AccountStore.NewStamp();
        await accounts.SaveAsync(act, account, action);
        await act.CommitAsync();
        Printed = new(account.SignInName, password, hours);
    }
}
