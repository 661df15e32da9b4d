using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Platform.Core.Packs;
using Platform.Core.People;
using Platform.Modules.Identity.Grants;
using Platform.Web.Languages;

namespace Platform.Modules.Identity.Sessions;

/// <summary>Turns the session cookie into the <see cref="Viewer"/> of the request: one query, and one more after a change of grants.</summary>
internal sealed class SessionHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, SessionCookie cookie, SessionStore sessions, GrantStore grants)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "session";

    private CurrentSession Current => Context.RequestServices.GetRequiredService<CurrentSession>();

    private bool IsApi => Request.Path.StartsWithSegments("/api", StringComparison.Ordinal);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (cookie.Read(Context) is not { } token || await sessions.FindAsync(token, Context.RequestAborted) is not { } session)
        {
            return AuthenticateResult.NoResult();
        }

        Current.Session = session;
        if (session.Step != SessionSteps.Open)
        {
            return AuthenticateResult.NoResult();
        }

        await FillViewerAsync(session);
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, session.PersonId.ToString("D"))], SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }

    // Who is not signed in goes where the next step is; a program gets a status.
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (IsApi)
        {
            Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }

        Response.Redirect(Context.InLanguage(SignInPaths.Next(Current.Session?.Step)) + SignInPaths.Return(Request));
        return Task.CompletedTask;
    }

    // Not yours is answered as not there, except to an official who has only to enter a code.
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        if (!Current.GrantsWait)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }
        else if (IsApi)
        {
            Response.StatusCode = StatusCodes.Status403Forbidden;
        }
        else
        {
            Response.Redirect(Context.InLanguage(SignInPaths.TwoFactor) + SignInPaths.Return(Request));
        }

        return Task.CompletedTask;
    }

    private static string AssuranceOf(Session session, Pack pack) => Assurances.Higher(
        session.Confirmed ? Assurances.Substantial : Assurances.Low,
        session.Provider is { } provider && pack.SignInProviders.Find(provider) is { } rule ? rule.Assurance : Assurances.None);

    private async Task FillViewerAsync(Session session)
    {
        var held = await grants.ActiveAsync(session.PersonId, session.Stamp, Context.RequestAborted);
        Current.GrantsWait = held.Count > 0 && !session.TwoFactor;
        var pack = Context.RequestServices.GetRequiredService<ActivePack>().Current.Pack;
        Context.RequestServices.GetRequiredService<Viewer>().SignedIn(
            session.PersonId,
            AssuranceOf(session, pack),
            session.TwoFactor ? held : [],
            permission => pack.Roles.Where(role => role.Permissions.Contains(permission)).Select(role => role.Id).ToHashSet());
    }
}
