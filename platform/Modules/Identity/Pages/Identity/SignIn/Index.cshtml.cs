using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Platform.Modules.Identity.Sessions;
using Platform.Modules.Identity.SignIn;

namespace Platform.Modules.Identity.Pages.Identity.SignIn;

internal sealed class IndexModel(PasswordSignIn signIn) : IdentityPage
{
    [BindProperty(Name = "name")]
    public string Name { get; set; } = "";

    [BindProperty(Name = "password")]
    public string Password { get; set; } = "";

    public async Task<IActionResult> OnPostAsync()
    {
        var result = await signIn.TryAsync(HttpContext, Name ?? "", Password ?? "");
        if (result.Step is { } step)
        {
            return step == SessionSteps.Open ? Onward() : Through(SignInPaths.Next(step));
        }

        if (result.Wait is { } wait)
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return Again("name", WaitText(wait));
        }

        // One text for a name that nobody has and for a wrong password.
        return Again("name", T["The name or the password is not right"]);
    }
}
