using Microsoft.AspNetCore.Mvc;
using Platform.Modules.Cases.Applicants;
using Platform.Modules.Documents.Sheets;
using Platform.Web.Languages;

namespace Platform.Modules.Documents.Pages.Documents.My;

/// <summary>The documents of whoever looks, newest first.</summary>
public sealed class IndexModel(DocumentStore documents, DocumentLines lines, Applicant applicant) : DocumentsPage
{
    public IReadOnlyList<DocumentLine> Documents { get; private set; } = [];

    /// <summary>Whether a device may keep them: those of somebody who can sign out, which removes them.</summary>
    public bool MayKeep => applicant.IsSignedIn;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (applicant.Access is (null, null))
        {
            return Challenge();
        }

        Documents = await lines.OfAsync(await documents.ListAsync(applicant.Access, cancellationToken), HttpContext.Language().Tag, cancellationToken);
        return Page();
    }
}
