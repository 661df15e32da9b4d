using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Platform.Modules.Identity.Providers;
using Platform.Modules.Identity.Sessions;
using Platform.Web.Languages;

namespace Platform.Modules.Identity.Pages.Identity.SignIn;

/// <summary>Where an identity provider sends people back to: one address in no language, because it stands in the provider's own register.</summary>
internal sealed class AnswerModel(OfferedProviders providers, ProviderSignIn signIn) : IdentityPage
{
    public async Task<IActionResult> OnGetAsync(string provider, string? state, string? code, string? error)
    {
        if (providers.Find(provider) is not { } offered)
        {
            return NotFound();
        }

        var result = await signIn.EndAsync(HttpContext, offered, state ?? "", code, error);
        Return = SignInPaths.Local(result.Visit?.Return);
        return result.Problem is null && result is { Step: SessionSteps.Open, Visit.Person: null } && Return is { } onward
            ? LocalRedirect(onward)
            // Who left in one language goes on in it.
            : LocalRedirect($"/{result.Visit?.Language ?? HttpContext.Language().Tag}{Next(provider, result)}");
    }

    private string Next(string provider, ProviderResult result) => (result, result.Visit?.Person) switch
    {
        ({ Problem: { } problem }, null) => SignInPaths.SignIn + Query(provider, problem),
        ({ Problem: { } problem }, _) => SignInPaths.Security + Query(provider, problem),
        (_, { }) => SignInPaths.Security,
        ({ Step: SessionSteps.Open }, _) => SignInPaths.Start,
        _ => SignInPaths.Next(result.Step) + Query(null, null),
    };

    private QueryString Query(string? provider, string? problem) => QueryString.Create(
        new Dictionary<string, string?> { ["provider"] = provider, ["problem"] = problem, ["return"] = Return }.Where(pair => pair.Value is not null));
}
