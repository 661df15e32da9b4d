using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.Core.People;
using Platform.Modules.Catalogue.Proposals;
using Platform.Web.Caching;

namespace Platform.Modules.Catalogue.Pages.Proposals;

/// <summary>The file of a variant that an office asked for, to be put into the pack.</summary>
internal sealed class FileModel(ProposalStore proposals, ProposedVariant variants, Viewer viewer) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        Response.KeepNothing();
        return await proposals.FindAsync(id, viewer.ScopeOf(CataloguePermissions.Localize), cancellationToken) is { State: ProposalStates.Asked } proposal
            && await variants.WriteAsync(proposal, cancellationToken) is { } text
                ? File(Encoding.UTF8.GetBytes(text), "application/yaml", $"{proposal.Service}.yaml")
                : NotFound();
    }
}
