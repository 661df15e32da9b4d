using Microsoft.AspNetCore.Http;
using Platform.Core.Data;
using Platform.Modules.Identity.Accounts;
using Platform.Modules.Identity.Sessions;

namespace Platform.Modules.Identity.TwoFactor;

/// <summary>An account gets its authenticator app: a key is shown, a code proves that the app has it.</summary>
internal sealed class Enrolment(AccountStore accounts, SessionCookie cookie)
{
    /// <summary>Gives the account a key, unless it has one.</summary>
    public async Task<Account> BeginAsync(Act act, Account account)
    {
        if (account.TotpKey is null)
        {
            account.TotpKey = Totp.NewKey();
            await accounts.SaveAsync(act, account, "identity.two-factor-begin");
            await act.CommitAsync();
        }

        return account;
    }

    /// <summary>Ends all other sessions; this browser's new one has the second factor.</summary>
    /// <returns>The recovery codes, or null where the code is not the app's.</returns>
    public async Task<IReadOnlyList<string>?> CompleteAsync(HttpContext context, Act act, Account account, string code)
    {
        if (account.TotpKey is not { } key || Totp.Match(key, code, act.At, account.TotpStep) is not { } step)
        {
            return null;
        }

        var codes = RecoveryCodes.New();
        (account.TwoFactor, account.TotpStep, account.RecoveryCodes) = (true, step, [.. codes.Select(RecoveryCodes.Hash)]);
        account.SecurityStamp = AccountStore.NewStamp();
        await accounts.SaveAsync(act, account, "identity.two-factor");
        await cookie.StartAsync(context, act, account, SessionSteps.Open, twoFactor: true);
        return codes;
    }
}
