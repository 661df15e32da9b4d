using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.Modules.Cases.Applicants;
using Platform.Modules.Cases.Drafts;

namespace Platform.Modules.Cases.Pages.Cases.My;

/// <summary>A file that the applicant has sent, or has put into a draft.</summary>
public sealed class CaseFileModel(CaseStore cases, CaseDownloads downloads, Applicant applicant) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid caseId, Guid file, CancellationToken cancellationToken)
    {
        var found = await cases.FindAsync(caseId, applicant.Access, cancellationToken);
        return await downloads.FindAsync(found, file, applicant.Access, cancellationToken) is { } stored
            ? await downloads.SendAsync(caseId, stored, Response, cancellationToken)
            : NotFound();
    }
}
