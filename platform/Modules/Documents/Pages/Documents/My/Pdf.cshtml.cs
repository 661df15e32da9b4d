using Microsoft.AspNetCore.Mvc;
using Platform.Modules.Cases.Applicants;
using Platform.Modules.Documents.Printing;
using Platform.Modules.Documents.Sheets;

namespace Platform.Modules.Documents.Pages.Documents.My;

/// <summary>The PDF of a person's document; not there where it was not made.</summary>
public sealed class PdfModel(DocumentStore documents, DocumentReading reading, PdfFiles files, Applicant applicant) : DocumentsPage
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var found = await documents.FindAsync(id, applicant.Access, cancellationToken);
        return found is not null && await reading.TryOpenAsync(found, cancellationToken) is { } open && await files.OpenAsync(found.Row, cancellationToken) is { } pdf
            ? Download(pdf, open)
            : NotFound();
    }
}
