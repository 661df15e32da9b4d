using Microsoft.AspNetCore.Mvc;
using Platform.Modules.Identity.Providers;

namespace Platform.Modules.Identity.Pages.Identity.Account;

/// <summary>
/// Connects one's account with an identity provider. It begins with a form of ours, so that no page of somebody else begins it; the way out is a link,
/// because browsers follow a form to nobody but ourselves.
/// </summary>
internal sealed class ConnectModel(OfferedProviders providers, ProviderSignIn signIn) : IdentityPage
{
    public OfferedProvider? Offered { get; private set; }

    public Uri? Address { get; private set; }

    public IActionResult OnGet(string provider) => (Offered = providers.Find(provider)) is null ? NotFound() : Page();

    public IActionResult OnPost(string provider)
    {
        if ((Offered = providers.Find(provider)) is not { } offered)
        {
            return NotFound();
        }

        Address = signIn.Begin(HttpContext, offered, onward: null, person: Me);
        return Page();
    }
}
