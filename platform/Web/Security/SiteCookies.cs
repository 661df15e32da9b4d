using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Platform.Core;

namespace Platform.Web.Security;

/// <summary>
/// How cookies are named: plainly in Development, which speaks http; bound to host and TLS elsewhere. Browsers keep cookies by host and not by port
/// (RFC 6265, 8.5), so a portal with a port in its address has it in their names too: two instances at one host do not take each other's.
/// </summary>
public sealed class SiteCookies(PortalAddress portal, IHostEnvironment environment)
{
    private readonly bool secure = !environment.IsDevelopment();
    private readonly string port = Uri.TryCreate(portal.Root, UriKind.Absolute, out var address) && !address.IsDefaultPort ? string.Create(CultureInfo.InvariantCulture, $"-{address.Port}") : "";

    /// <summary>The name of a cookie that keeps nothing secret.</summary>
    public string Plain(string name) => name + port;

    /// <summary>Sets name and attributes of a cookie that only the server reads.</summary>
    public void Configure(CookieBuilder cookie, string name)
    {
        ArgumentNullException.ThrowIfNull(cookie);
        cookie.Name = secure ? $"__Host-{Plain(name)}" : Plain(name);
        cookie.SecurePolicy = secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.Path = "/";
    }
}
