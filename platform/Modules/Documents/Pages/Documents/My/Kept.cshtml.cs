using Microsoft.AspNetCore.Mvc;
using Platform.Core.Data;
using Platform.Modules.Cases.Applicants;
using Platform.Modules.Documents.Sheets;

namespace Platform.Modules.Documents.Pages.Documents.My;

/// <summary>A person's document as her device keeps it for where there is no network: it says when that was, and leads nowhere.</summary>
public sealed class KeptModel(DocumentStore documents, DocumentReading reading, SheetDrawing drawing, Applicant applicant, TimeProvider clock) : DocumentsPage
{
    public Sheet Sheet { get; private set; } = null!;

    public Instant KeptAt { get; } = clock.Now();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!applicant.IsSignedIn
            || await documents.FindAsync(id, applicant.Access, cancellationToken) is not { } found
            || await reading.TryOpenAsync(found, cancellationToken) is not { } open)
        {
            return NotFound();
        }

        Sheet = drawing.Draw(open);
        return Page();
    }
}
