using Microsoft.AspNetCore.Mvc;
using Platform.Modules.Cases.Desk;
using Platform.Modules.Cases.Drafts;
using Platform.Modules.Cases.References;

namespace Platform.Modules.Cases.Pages.Desk;

/// <summary>A file of a case, for an official.</summary>
public sealed class CaseFileModel(CaseStore cases, CaseDownloads downloads, AccessLog log) : DeskPage
{
    public async Task<IActionResult> OnGetAsync(string reference, Guid file, CancellationToken cancellationToken)
    {
        if (CaseReference.Parse(reference) is not { } plain
            || await cases.FindAsync(plain, Access, cancellationToken) is not { } found
            || await downloads.FindAsync(found, file, Access, cancellationToken) is not { } stored)
        {
            return NotFound();
        }

        await log.LookedAtAsync(found, "cases.download", Viewer, new { found.CaseId, file }, cancellationToken);
        return await downloads.SendAsync(found.CaseId, stored, Response, cancellationToken);
    }
}
