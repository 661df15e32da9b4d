using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Platform.Modules.Cases.Desk;
using Platform.Modules.Cases.Drafts;
using Platform.Modules.Cases.References;

namespace Platform.Modules.Cases.Pages.Desk;

/// <summary>A file of a case, to download. Never shown inside the portal: what strangers upload must not run under its name.</summary>
public sealed class CaseFileModel(CaseStore cases, CaseFiles files, CaseVault vault, AccessLog log) : DeskPage
{
    public async Task<IActionResult> OnGetAsync(string reference, Guid file, CancellationToken cancellationToken)
    {
        if (CaseReference.Parse(reference) is not { } plain
            || await cases.FindAsync(plain, Access, cancellationToken) is not { ErasedAt: null } found
            || (await cases.FilesAsync(found.CaseId, Access, cancellationToken)).FirstOrDefault(f => f.FileId == file) is not { } stored)
        {
            return NotFound();
        }

        await log.LookedAtAsync(found, "cases.download", Viewer, new { found.CaseId, file }, cancellationToken);
        var known = await vault.OpenFileAsync(found.CaseId, stored);
        Response.Headers[HeaderNames.XContentTypeOptions] = "nosniff";
        Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        return File(await files.OpenAsync(found.CaseId, stored, cancellationToken), (string)known["type"]!, (string)known["name"]!);
    }
}
