using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Platform.Modules.Identity.Accounts;
using Platform.Modules.Identity.Sessions;
using Platform.Modules.Identity.SignIn;

namespace Platform.Modules.Identity.Pages.Identity.Account;

internal sealed class PasswordModel(AccountStore accounts, Passwords passwords, PasswordChange change, SignInGuard guard, CurrentSession current, IOptions<IdentityOptions> options) : IdentityPage
{
    [BindProperty(Name = "old")]
    public string Old { get; set; } = "";

    [BindProperty(Name = "password")]
    public string Password { get; set; } = "";

    public int Shortest => options.Value.PasswordLength;

    public async Task<IActionResult> OnPostAsync()
    {
        var account = (await accounts.FindAsync(Me))!;
        var attempt = await guard.BeginAsync(HttpContext, $"change {Me:D}", Me);
        if (attempt.Wait is { } wait)
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return Again("old", WaitText(wait));
        }

        if (!passwords.IsRight(account, Old ?? ""))
        {
            return Again("old", T["This is not the password you have"]);
        }

        await guard.SucceededAsync(HttpContext, attempt, Me);
        return await change.ToAsync(HttpContext, Begin(), account, Password ?? "", current.Session!.TwoFactor) is { } mistake
            ? Again("password", mistake)
            : To("/account/security");
    }
}
