using Microsoft.AspNetCore.Http;
using Platform.Core.Data;
using Platform.Modules.Identity.Accounts;
using Platform.Web.Security;

namespace Platform.Modules.Identity.Sessions;

/// <summary>The cookie that carries a session. It ends with the browser; the server ends it earlier.</summary>
internal sealed class SessionCookie(SessionStore sessions, SiteCookies cookies)
{
    public const string PlainName = "session";

    public string Name => Cookie().Name!;

    public string? Read(HttpContext context) => context.Request.Cookies[Name];

    /// <summary>Ends the session the browser had, starts another in the same act, commits, and hands out the cookie.</summary>
    /// <param name="provider">Whose word it begins with; null: a password.</param>
    public async Task StartAsync(HttpContext context, Act act, Account account, string step, bool twoFactor, string? provider = null)
    {
        if (Read(context) is { } old && await sessions.FindAsync(old, context.RequestAborted) is { } before)
        {
            SessionStore.End(act, before.SessionId, before.PersonId);
        }

        var token = await sessions.StartAsync(act, account, step, twoFactor, context.Request.Headers.UserAgent.ToString(), provider);
        await act.CommitAsync(context.RequestAborted);
        context.Response.Cookies.Append(Name, token, Cookie().Build(context));
    }

    public void Clear(HttpContext context) => context.Response.Cookies.Delete(Name, Cookie().Build(context));

    private CookieBuilder Cookie()
    {
        var cookie = new CookieBuilder();
        cookies.Configure(cookie, PlainName);
        return cookie;
    }
}
