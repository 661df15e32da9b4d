using System.Text;
using Microsoft.AspNetCore.Mvc;
using Platform.Modules.Cases.Applicants;
using Platform.Modules.Documents.Sheets;

namespace Platform.Modules.Documents.Pages.Documents.My;

/// <summary>The signed text of a person's document as a file, for whoever checks it with a program; not there until it is signed.</summary>
public sealed class SignedModel(DocumentStore documents, DocumentReading reading, Applicant applicant) : DocumentsPage
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var found = await documents.FindAsync(id, applicant.Access, cancellationToken);
        return found is not null && await reading.TryOpenAsync(found, cancellationToken) is not null && await reading.SignatureAsync(found.Row, cancellationToken) is { } signed
            ? File(Encoding.ASCII.GetBytes(signed), "application/jose", $"{found.Row.Number}.jws")
            : NotFound();
    }
}
