using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Platform.Modules.Identity.Sessions;
using Platform.Modules.Identity.SignIn;

namespace Platform.Modules.Identity.Pages.Identity.SignIn;

internal sealed class CodeModel(CurrentSession current, CodeSignIn signIn) : IdentityPage
{
    [BindProperty(Name = "code")]
    public string Code { get; set; } = "";

    private Session? Session => current.Session is { Step: SessionSteps.Code } session ? session : null;

    public IActionResult OnGet() => Session is null ? Through(SignInPaths.SignIn) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (Session is not { } session)
        {
            return Through(SignInPaths.SignIn);
        }

        var result = await signIn.TryAsync(HttpContext, session, Code ?? "");
        if (result.Step is { } step)
        {
            return step == SessionSteps.Open ? Onward() : Through(SignInPaths.Next(step));
        }

        if (result.Wait is { } wait)
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return Again("code", WaitText(wait));
        }

        return Again("code", T["The code is not right, or was used before. Wait for the next one"]);
    }
}
