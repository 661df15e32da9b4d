using Microsoft.AspNetCore.Http;
using Platform.Core.Data;
using Platform.Modules.Identity.Sessions;

namespace Platform.Modules.Identity.Accounts;

/// <summary>A person chooses a password: all other sessions end, this browser gets a new one.</summary>
internal sealed class PasswordChange(AccountStore accounts, Passwords passwords, PasswordRules rules, SessionCookie cookie)
{
    /// <returns>What is wrong with the password, or null when it is changed.</returns>
    public async Task<string?> ToAsync(HttpContext context, Act act, Account account, string password, bool twoFactor)
    {
        var mistake = rules.Mistake(account.SignInName, password)
            ?? (passwords.IsSame(account, password) ? rules.SameAsBefore : null);
        if (mistake is not null)
        {
            return mistake;
        }

        (account.PasswordHash, account.PasswordUntil, account.MustChange) = (passwords.Hash(password), null, false);
        account.SecurityStamp = AccountStore.NewStamp();
        await accounts.SaveAsync(act, account, "identity.password");
        await cookie.StartAsync(context, act, account, SessionSteps.Open, twoFactor);
        return null;
    }
}
