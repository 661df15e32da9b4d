using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.Core.People;
using Platform.Modules.Catalogue.Proposals;
using Platform.Web.Caching;

namespace Platform.Modules.Catalogue.Pages.Proposals;

/// <summary>What changed nationally for the local variants of the official's offices.</summary>
internal sealed class IndexModel(ProposalStore proposals, ProposalWords words, Viewer viewer) : PageModel
{
    private const int Most = 200;

    public ProposalWords Words => words;

    public IReadOnlyList<Proposal> Proposals { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Response.KeepNothing();
        Proposals = await proposals.ListAsync(viewer.ScopeOf(CataloguePermissions.Localize), Most, cancellationToken);
    }
}
