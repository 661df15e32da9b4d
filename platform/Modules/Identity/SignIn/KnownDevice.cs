using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Platform.Web.Security;

namespace Platform.Modules.Identity.SignIn;

/// <summary>
/// A cookie that remembers who signed in with this browser. Who tries again from it is counted apart from strangers in the same network.
/// It opens nothing by itself.
/// </summary>
internal sealed class KnownDevice(IDataProtectionProvider protection, SiteCookies cookies)
{
    // A computer of a village or a counter is used by many.
    private const int MostPeople = 20;
    private static readonly TimeSpan Age = TimeSpan.FromDays(365);

    private readonly IDataProtector protector = protection.CreateProtector("identity/device");

    /// <returns>The device's id if this person signed in with it before.</returns>
    public string? IdFor(HttpContext context, Guid person) => Read(context) is { } device && device.People.Contains(person) ? device.Id : null;

    public void Remember(HttpContext context, Guid person)
    {
        var device = Read(context) ?? new Device(RandomNumberGenerator.GetHexString(32, lowercase: true), []);
        var people = device.People.Where(p => p != person).Prepend(person).Take(MostPeople).ToArray();
        var cookie = Cookie();
        context.Response.Cookies.Append(cookie.Name!, protector.Protect(JsonSerializer.Serialize(device with { People = people })), cookie.Build(context));
    }

    private CookieBuilder Cookie()
    {
        var cookie = new CookieBuilder { MaxAge = Age };
        cookies.Configure(cookie, "device");
        return cookie;
    }

    private Device? Read(HttpContext context)
    {
        try
        {
            return context.Request.Cookies[Cookie().Name!] is { } value ? JsonSerializer.Deserialize<Device>(protector.Unprotect(value)) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private sealed record Device(string Id, Guid[] People);
}
