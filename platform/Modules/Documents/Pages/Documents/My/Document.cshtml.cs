using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.Modules.Cases.Applicants;
using Platform.Modules.Documents.Printing;
using Platform.Modules.Documents.Sheets;

namespace Platform.Modules.Documents.Pages.Documents.My;

/// <summary>A person's document as a page that prints like the paper.</summary>
public sealed class DocumentModel(DocumentStore documents, DocumentReading reading, SheetDrawing drawing, PdfFiles files, Applicant applicant, IStringLocalizer t) : DocumentsPage
{
    private FoundDocument found = null!;

    public Sheet? Sheet { get; private set; }

    public string Title => Sheet?.Text.Title ?? found.Row.Number;

    public string? Signature { get; private set; }

    public string? Reason { get; private set; }

    public bool HasPdf => files.StateOf(found.Row) == PdfState.Made;

    public string PdfPath => $"/my/documents/{found.Row.DocumentId:D}/pdf";

    public string SignedPath => $"/my/documents/{found.Row.DocumentId:D}/signed";

    public string NoPdf => files.StateOf(found.Row) switch
    {
        PdfState.Coming => t["The PDF is being made. Come back in a minute, or print this page."],
        PdfState.Late => t["The PDF could not be made yet. Print this page instead: it is the same document."],
        _ => t["This portal makes no PDF files. Print this page instead."],
    };

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await documents.FindAsync(id, applicant.Access, cancellationToken) is not { } mine)
        {
            return NotFound();
        }

        found = mine;
        if (await reading.TryOpenAsync(mine, cancellationToken) is { } open)
        {
            Sheet = drawing.Draw(open);
            Signature = await reading.SignatureAsync(mine.Row, cancellationToken);
            Reason = await reading.ReasonAsync(mine.Row, cancellationToken);
        }

        return Page();
    }
}
