using Microsoft.AspNetCore.Mvc;
using Platform.Modules.Cases.Applicants;
using Platform.Modules.Cases.Drafts;

namespace Platform.Modules.Cases.Pages.Desk.File;

/// <summary>The paper from which a clerk is typing in an application.</summary>
public sealed class ScanModel(CaseStore cases, CaseDownloads downloads, Applicant applicant) : DeskPage
{
    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken cancellationToken) =>
        await cases.FindAsync(caseId, applicant.Filling, cancellationToken) is { IsDraft: true, ScanId: { } scan } found
        && await downloads.FindAsync(found, scan, applicant.Filling, cancellationToken) is { } file
            ? await downloads.SendAsync(caseId, file, Response, cancellationToken)
            : NotFound();
}
