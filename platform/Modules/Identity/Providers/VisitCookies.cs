using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Platform.Core.Data;
using Platform.Web.Security;

namespace Platform.Modules.Identity.Providers;

/// <summary>
/// Binds a visit to the browser that began it: what comes back with another browser, or later, is nobody's. Each visit has a cookie of its own, so that
/// two tabs do not meet.
/// </summary>
internal sealed class VisitCookies(IDataProtectionProvider protection, SiteCookies cookies, TimeProvider clock)
{
    public const string Prefix = "provider-";
    private const int Most = 5;
    private static readonly TimeSpan Age = TimeSpan.FromMinutes(10);

    private readonly IDataProtector protector = protection.CreateProtector("identity/provider-visit");

    public Instant Now => clock.Now();

    /// <summary>What began earlier comes back in vain.</summary>
    public Instant Oldest => Now.Plus(-Age);

    public void Remember(HttpContext context, Visit visit)
    {
        // Whoever begins again and again must not fill the header of requests.
        var old = context.Request.Cookies.Keys.Where(name => name.Contains(Prefix, StringComparison.Ordinal)).ToList();
        if (old.Count >= Most)
        {
            old.ForEach(name => context.Response.Cookies.Delete(name, Cookie(visit.Id).Build(context)));
        }

        var cookie = Cookie(visit.Id);
        context.Response.Cookies.Append(cookie.Name!, protector.Protect(JsonSerializer.Serialize(visit)), cookie.Build(context));
    }

    /// <summary>The visit that this state belongs to, if this browser began it not long ago. The cookie goes with it.</summary>
    public Visit? Take(HttpContext context, string provider, string state)
    {
        var cookie = Cookie(Visit.IdOf(state));
        if (context.Request.Cookies[cookie.Name!] is not { } value)
        {
            return null;
        }

        context.Response.Cookies.Delete(cookie.Name!, cookie.Build(context));
        return Open(value) is { } visit && visit.Provider == provider && Same(visit.State, state) && visit.BeganAt > Oldest.Microseconds ? visit : null;
    }

    private static bool Same(string one, string other) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));

    private Visit? Open(string value)
    {
        try
        {
            return JsonSerializer.Deserialize<Visit>(protector.Unprotect(value));
        }
        catch (Exception error) when (error is CryptographicException or JsonException)
        {
            return null;
        }
    }

    private CookieBuilder Cookie(Guid visit)
    {
        var cookie = new CookieBuilder { MaxAge = Age };
        cookies.Configure(cookie, $"{Prefix}{visit:N}"[..(Prefix.Length + 12)]);
        return cookie;
    }
}
