using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Platform.Web.Security;

/// <summary>How cookies are named: plainly in Development, which speaks http; bound to host and TLS elsewhere.</summary>
public static class SiteCookies
{
    /// <summary>Sets name and attributes of a cookie that only the server reads.</summary>
    public static void Configure(CookieBuilder cookie, string name, IHostEnvironment environment)
    {
        var secure = !environment.IsDevelopment();
        cookie.Name = secure ? $"__Host-{name}" : name;
        cookie.SecurePolicy = secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.Path = "/";
    }
}
