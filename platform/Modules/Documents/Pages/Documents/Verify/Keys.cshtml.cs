using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.Core.Keys.Signing;

namespace Platform.Modules.Documents.Pages.Documents.Verify;

/// <summary>The public keys that documents are signed with, as a JWK Set (RFC 7517): whoever has them needs this portal no more.</summary>
public sealed class KeysModel(SigningKeys keys) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Response.Headers.CacheControl = "public, max-age=300";
        return Content(await keys.ExportAsync(cancellationToken), "application/jwk-set+json");
    }
}
