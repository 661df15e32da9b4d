using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using Platform.Core.Data;
using Platform.Core.Packs;
using Platform.Core.People;
using Platform.Modules.Identity.Accounts;
using Platform.Modules.Identity.Sessions;

namespace Platform.Modules.Identity.SignIn;

/// <summary>How signing up ended: with mistakes by field, with a wait, or signed in.</summary>
internal sealed record SignUpResult(IReadOnlyList<(string Field, string Mistake)> Mistakes, TimeSpan? Wait);

/// <summary>
/// A person makes an account: assurance <c>low</c>, nothing known but a name to sign in with. That a name is taken has to be said;
/// the network's limit keeps anybody from asking for many.
/// </summary>
internal sealed class SignUp(NewAccount newAccount, PasswordRules rules, NetworkLimit networks, ActivePack pack, Acts acts, IStringLocalizer texts)
{
    private static readonly TimeSpan NetworkWait = TimeSpan.FromMinutes(1);

    public async Task<SignUpResult> TryAsync(HttpContext context, string typedName, string password)
    {
        if (!networks.Take(ClientNetwork.Of(context)))
        {
            return new SignUpResult([], NetworkWait);
        }

        var name = SignInNames.Fold(typedName, pack.Current.Pack.Phone);
        List<(string, string)> mistakes = [];
        if (name is null)
        {
            mistakes.Add(("name", texts["Choose a name of {0} to {1} characters", SignInNames.Shortest, SignInNames.Longest]));
        }

        if (rules.Mistake(typedName, password) is { } mistake)
        {
            mistakes.Add(("password", mistake));
        }

        if (mistakes.Count == 0 && !await newAccount.StartAsync(context, acts.Begin(Actor.Anonymous(Channels.Web)), typedName.Trim(), name!, password))
        {
            mistakes.Add(("name", texts["This name is taken. Choose another one, or sign in if it is yours"]));
        }

        return new SignUpResult(mistakes, null);
    }
}

/// <summary>Makes person, account and first session in one act.</summary>
internal sealed class NewAccount(PersonStore people, AccountStore accounts, Passwords passwords, SessionCookie cookie, KnownDevice devices)
{
    /// <returns>False where the name is taken.</returns>
    public async Task<bool> StartAsync(HttpContext context, Act act, string written, string name, string password)
    {
        if (await accounts.FindByNameAsync(name, context.RequestAborted) is not null)
        {
            return false;
        }

        var account = new Account { PersonId = await people.AddAsync(act, new PersonDetails()), SignInName = written, PasswordHash = passwords.Hash(password) };
        try
        {
            await accounts.AddAsync(act, account, name);
            await cookie.StartAsync(context, act, account, SessionSteps.Open, twoFactor: false);
        }
        catch (DuplicateException taken) when (taken.Table == "identity_sign_in_name")
        {
            return false;
        }

        devices.Remember(context, account.PersonId);
        return true;
    }
}
