using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Platform.Core.Data;
using Platform.Core.People;
using Platform.Modules.Identity.Accounts;
using Platform.Modules.Identity.Sessions;

namespace Platform.Modules.Identity.Pages.Identity.SignIn;

internal sealed class NewPasswordModel(CurrentSession current, AccountStore accounts, PasswordChange change, Acts acts, IOptions<IdentityOptions> options) : IdentityPage
{
    [BindProperty(Name = "password")]
    public string Password { get; set; } = "";

    public int Shortest => options.Value.PasswordLength;

    private Session? Session => current.Session is { Step: SessionSteps.NewPassword } session ? session : null;

    public IActionResult OnGet() => Session is null ? Through(SignInPaths.SignIn) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (Session is not { } session || await accounts.FindAsync(session.PersonId) is not { } account)
        {
            return Through(SignInPaths.SignIn);
        }

        var act = acts.Begin(new Actor(session.PersonId, null, Channels.Web));
        return await change.ToAsync(HttpContext, act, account, Password ?? "", session.TwoFactor) is { } mistake ? Again("password", mistake) : Onward();
    }
}
