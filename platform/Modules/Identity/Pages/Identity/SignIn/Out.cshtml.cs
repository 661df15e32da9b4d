using Microsoft.AspNetCore.Mvc;
using Platform.Core.Data;
using Platform.Core.People;
using Platform.Modules.Identity.Providers;
using Platform.Modules.Identity.Sessions;

namespace Platform.Modules.Identity.Pages.Identity.SignIn;

internal sealed class OutModel(CurrentSession current, SessionCookie cookie, Acts acts, OfferedProviders providers) : IdentityPage
{
    /// <summary>Where the person signed in; a visit there goes on when this session ends.</summary>
    public OfferedProvider? Provider => current.Session?.Provider is { } name ? providers.Find(name) : null;

    public async Task<IActionResult> OnPostAsync()
    {
        if (current.Session is { } session)
        {
            var act = acts.Begin(new Actor(session.PersonId, null, Channels.Web));
            SessionStore.End(act, session.SessionId, session.PersonId);
            await act.CommitAsync();
        }

        cookie.Clear(HttpContext);
        // Documents kept on the device go with the session, also where the worker that watches for this does not run (W3C Clear Site Data).
        Response.Headers["Clear-Site-Data"] = "\"storage\"";
        return To("/");
    }
}
