using Microsoft.AspNetCore.Http;
using Platform.Core.Data;
using Platform.Core.Packs;
using Platform.Core.People;
using Platform.Modules.Identity.Accounts;
using Platform.Modules.Identity.Sessions;

namespace Platform.Modules.Identity.SignIn;

/// <summary>How a try to sign in ended.</summary>
/// <param name="Step">The step of the session that was started, or null where none was.</param>
/// <param name="Wait">How long to wait before the next try, where that is why.</param>
internal sealed record SignInResult(string? Step, TimeSpan? Wait)
{
    public static readonly SignInResult Wrong = new(null, null);
}

/// <summary>The first step: name and password. Unknown names and wrong passwords are answered alike, in the same time.</summary>
internal sealed class PasswordSignIn(AccountStore accounts, Passwords passwords, SignInGuard guard, SessionCookie cookie, ActivePack pack, Acts acts)
{
    public async Task<SignInResult> TryAsync(HttpContext context, string typedName, string password)
    {
        var name = SignInNames.Fold(typedName, pack.Current.Pack.Phone);
        var account = name is null ? null : await accounts.FindByNameAsync(name, context.RequestAborted);
        var attempt = await guard.BeginAsync(context, name ?? typedName, account?.PersonId);
        if (attempt.Wait is { } wait)
        {
            return new SignInResult(null, wait);
        }

        if (!passwords.IsRight(account, password))
        {
            return SignInResult.Wrong;
        }

        var step = account!.TwoFactor ? SessionSteps.Code : account.MustChange ? SessionSteps.NewPassword : SessionSteps.Open;
        var act = acts.Begin(new Actor(account.PersonId, null, Channels.Web));
        await cookie.StartAsync(context, act, account, step, twoFactor: false);
        await (step == SessionSteps.Open ? guard.SucceededAsync(context, attempt, account.PersonId) : guard.RightAsync(context, attempt));
        return new SignInResult(step, null);
    }
}
