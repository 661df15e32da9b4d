using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Platform.Web.Caching;

namespace Platform.Modules.Cases.Drafts;

/// <summary>Gives files of cases out, as downloads only: what strangers upload must never run under the portal's name.</summary>
public sealed class CaseDownloads(CaseStore cases, CaseFiles files, CaseVault vault)
{
    /// <returns>Null where this reader has no such file.</returns>
    public async Task<CaseFile?> FindAsync(CaseRow? found, Guid file, CaseAccess access, CancellationToken cancellationToken = default) =>
        found is { ErasedAt: null } ? (await cases.FilesAsync(found.CaseId, access, cancellationToken)).FirstOrDefault(f => f.FileId == file) : null;

    /// <param name="file">As <see cref="FindAsync"/> gave it.</param>
    public async Task<IActionResult> SendAsync(Guid caseId, CaseFile file, HttpResponse response, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(response);
        var known = await vault.OpenFileAsync(caseId, file);
        response.Headers[HeaderNames.XContentTypeOptions] = "nosniff";
        response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        response.KeepNothing();
        return new FileStreamResult(await files.OpenAsync(caseId, file, cancellationToken), (string)known["type"]!) { FileDownloadName = (string)known["name"]! };
    }
}
