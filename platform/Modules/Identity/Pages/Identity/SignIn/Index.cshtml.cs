using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Platform.Core.Texts;
using Platform.Modules.Identity.Providers;
using Platform.Modules.Identity.Sessions;
using Platform.Modules.Identity.SignIn;
using Platform.Web.Languages;

namespace Platform.Modules.Identity.Pages.Identity.SignIn;

internal sealed class IndexModel(PasswordSignIn signIn, OfferedProviders providers) : IdentityPage
{
    public IReadOnlyList<OfferedProvider> Providers => providers.All;

    [BindProperty(Name = "name")]
    public string Name { get; set; } = "";

    [BindProperty(Name = "password")]
    public string Password { get; set; } = "";

    public string AddressOf(OfferedProvider provider) =>
        HttpContext.InLanguage($"{SignInPaths.With}/{provider.Rule.Id}") + (SignInPaths.Local(Return) is { } onward ? QueryString.Create("return", onward) : default);

    /// <param name="problem">Why somebody comes back from a provider without being signed in.</param>
    public void OnGet(string? provider, string? problem)
    {
        if (providers.Find(provider ?? "") is { } offered && ProviderProblems.Text(T, problem, T.Pack(offered.Rule.Title).Value) is { } text)
        {
            ModelState.AddModelError("", text);
        }
    }

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
