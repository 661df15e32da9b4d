using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Platform.Core.Data;
using Platform.Core.Texts;
using Platform.Modules.Identity.Demo;
using Platform.Modules.Identity.Grants;
using Platform.Modules.Identity.TwoFactor;
using Platform.Web.Caching;

namespace Platform.Modules.Identity.Pages.Dev;

/// <summary>How to sign in as the demonstration's people, without an authenticator app. In Development, with <c>--demo</c>, on this machine only.</summary>
[AllowAnonymous]
internal sealed class DemoModel(DemoAccounts demo, GrantWords words, TimeProvider clock, IStringLocalizer t) : PageModel
{
    public sealed record Line(string Account, string Password, string? Code, string Who);

    public string At { get; private set; } = "";

    public IReadOnlyList<Line> Accounts { get; private set; } = [];

    public IActionResult OnGet()
    {
        if (demo.Made.Count == 0 || !IsFromHere(HttpContext))
        {
            return NotFound();
        }

        var now = clock.Now();
        At = t.Formats().DateTime(now);
        Response.KeepNothing();
        Accounts = [.. demo.Made.Where(a => a.Account is not null).Select(a => new Line(a.Account!, a.Password!, a.Totp is null ? null : Totp.Code(Base32.Decode(a.Totp), Totp.StepAt(now)), Who(a)))];
        return Page();
    }

    // A proxy on this machine calls from this machine, whoever stands behind it; and a foreign name may lead a browser here.
    private static bool IsFromHere(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && (context.Request.Host.Host == "localhost" || (IPAddress.TryParse(context.Request.Host.Host, out var named) && IPAddress.IsLoopback(named)))
        && !context.Request.Headers.Keys.Any(name => name is "Forwarded" or "Via" or "X-Real-IP" || name.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase));

    private string Who(DemoAccount account) => account.Roles.Count == 0 ? t["Citizen"] : string.Join(", ", account.Roles.Select(words.Role));
}
