using Microsoft.AspNetCore.Http;
using Platform.Core.Data;
using Platform.Core.People;
using Platform.Modules.Identity.Accounts;
using Platform.Modules.Identity.Sessions;
using Platform.Modules.Identity.TwoFactor;

namespace Platform.Modules.Identity.SignIn;

/// <summary>The second step: a code of the authenticator app or one from the recovery list. Each is good once.</summary>
internal sealed class CodeSignIn(AccountStore accounts, SignInGuard guard, SessionCookie cookie, Acts acts)
{
    /// <param name="session">The session of the first step; it ends, and another one begins.</param>
    public async Task<SignInResult> TryAsync(HttpContext context, Session session, string code)
    {
        var attempt = await guard.BeginCodeAsync(context, session.PersonId);
        if (attempt.Wait is { } wait)
        {
            return new SignInResult(null, wait);
        }

        var act = acts.Begin(new Actor(session.PersonId, null, Channels.Web));
        if (await accounts.FindAsync(session.PersonId, context.RequestAborted) is not { } account || !await SpendAsync(act, account, code))
        {
            return SignInResult.Wrong;
        }

        var step = account.MustChange && session.Provider is null ? SessionSteps.NewPassword : SessionSteps.Open;
        try
        {
            await cookie.StartAsync(context, act, account, step, twoFactor: true, session.Provider);
        }
        catch (ActConflictException)
        {
            // The same code was entered twice at one moment: the other was first.
            return SignInResult.Wrong;
        }

        await guard.SucceededAsync(context, attempt, session.PersonId);
        return new SignInResult(step, null);
    }

    /// <summary>Adds to the act that the code is spent.</summary>
    private async Task<bool> SpendAsync(Act act, Account account, string code)
    {
        if (account.TotpKey is { } key && Totp.Match(key, code, act.At, account.TotpStep) is { } step)
        {
            account.TotpStep = step;
            await accounts.SaveAsync(act, account, "identity.code");
            return true;
        }

        var hash = RecoveryCodes.Hash(code);
        if (!account.RecoveryCodes.Contains(hash))
        {
            return false;
        }

        account.RecoveryCodes = [.. account.RecoveryCodes.Where(c => c != hash)];
        await accounts.SaveAsync(act, account, "identity.recovery-code");
        return true;
    }
}
