using Microsoft.AspNetCore.Mvc;
using Platform.Modules.Identity.Providers;
using Platform.Modules.Identity.Sessions;

namespace Platform.Modules.Identity.Pages.Identity.SignIn;

/// <summary>Leads to an identity provider outside. A link and no form: browsers follow a form to nobody but ourselves, and nothing is changed here.</summary>
internal sealed class WithModel(OfferedProviders providers, ProviderSignIn signIn) : IdentityPage
{
    public IActionResult OnGet(string provider) => providers.Find(provider) is { } offered
        ? Redirect(signIn.Begin(HttpContext, offered, SignInPaths.Local(Return), person: null).AbsoluteUri)
        : NotFound();
}
