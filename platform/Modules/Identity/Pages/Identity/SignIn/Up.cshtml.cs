using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Platform.Modules.Identity.SignIn;

namespace Platform.Modules.Identity.Pages.Identity.SignIn;

internal sealed class UpModel(SignUp signUp, IOptions<IdentityOptions> options) : IdentityPage
{
    [BindProperty(Name = "name")]
    public string Name { get; set; } = "";

    [BindProperty(Name = "password")]
    public string Password { get; set; } = "";

    public int Shortest => options.Value.PasswordLength;

    public async Task<IActionResult> OnPostAsync()
    {
        var result = await signUp.TryAsync(HttpContext, Name ?? "", Password ?? "");
        if (result.Wait is { } wait)
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return Again("name", WaitText(wait));
        }

        foreach (var (field, mistake) in result.Mistakes)
        {
            ModelState.AddModelError(field, mistake);
        }

        return ModelState.IsValid ? Onward() : Page();
    }
}
