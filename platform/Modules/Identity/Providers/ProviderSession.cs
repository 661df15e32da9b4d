using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Data;
using Platform.Core.People;
using Platform.Modules.Identity.Accounts;
using Platform.Modules.Identity.Sessions;
using Platform.Modules.Identity.SignIn;

namespace Platform.Modules.Identity.Providers;

/// <summary>Starts the session of somebody whom a provider knows. An authenticator app is asked for as after a password.</summary>
internal sealed class ProviderSession(ProviderPeople people, SessionCookie cookie, KnownDevice devices)
{
    public async Task<ProviderResult> StartAsync(HttpContext context, Visit visit, Told told)
    {
        try
        {
            return await TryAsync(context, visit, told);
        }
        // The same person came back in two tabs at one moment: the other was first, and made what is now found.
        catch (Exception error) when (error is DuplicateException or ActConflictException)
        {
            return await TryAsync(context, visit, told);
        }
    }

    private async Task<ProviderResult> TryAsync(HttpContext context, Visit visit, Told told)
    {
        if (visit.Person is { } me)
        {
            return await ConnectAsync(context, visit, me, told);
        }

        var (act, account) = await people.SignInAsync(told, context.RequestAborted);
        var step = account.TwoFactor ? SessionSteps.Code : SessionSteps.Open;
        await cookie.StartAsync(context, act, account, step, twoFactor: false, visit.Provider);
        if (step == SessionSteps.Open)
        {
            devices.Remember(context, account.PersonId);
        }

        return new(visit, step, null);
    }

    // Whoever signed out, or in as somebody else, while the browser was away connects nothing.
    private async Task<ProviderResult> ConnectAsync(HttpContext context, Visit visit, Guid me, Told told)
    {
        if (context.RequestServices.GetRequiredService<Viewer>().PersonId != me)
        {
            return new(visit, null, ProviderProblems.Stale);
        }

        if (await people.ConnectAsync(me, told, context.RequestAborted) is not var (act, account))
        {
            return new(visit, null, ProviderProblems.Another);
        }

        var twoFactor = context.RequestServices.GetRequiredService<CurrentSession>().Session!.TwoFactor;
        await cookie.StartAsync(context, act, account, SessionSteps.Open, twoFactor, visit.Provider);
        return new(visit, SessionSteps.Open, null);
    }
}
