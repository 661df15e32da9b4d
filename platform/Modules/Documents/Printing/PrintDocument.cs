using Platform.Core.Data;
using Platform.Core.Outbox;
using Platform.Core.People;
using Platform.Modules.Documents.Issuing;
using Platform.Modules.Documents.Sheets;

namespace Platform.Modules.Documents.Printing;

/// <summary>Makes the PDF of a document after it was issued. Without Chromium there is none, and the page says so. Making it again does nothing.</summary>
internal sealed class PrintDocument(SheetSource source, SheetDrawing drawing, PrintedPage page, PdfPrinter printer, PdfFiles files, Acts acts) : IHandle<DocumentIssued>
{
    public async Task HandleAsync(DocumentIssued message, CancellationToken cancellationToken)
    {
        if (!printer.IsInstalled || await source.FindAsync(message.DocumentId, cancellationToken) is not { Row.FileId: null } document)
        {
            return;
        }

        var fileId = await PrintAsync(document, cancellationToken);
        await acts.Begin(Actor.System)
            .Do("update documents_document set file_id = @fileId where document_id = @DocumentId and file_id is null", new { fileId, message.DocumentId })
            .Audit("case", document.Row.CaseId, "documents.print", new { document = message.DocumentId })
            .CommitAsync(cancellationToken);
    }

    private async Task<Guid> PrintAsync(OpenDocument document, CancellationToken cancellationToken)
    {
        // Holds the document in clear for a second; made so that nobody but the owner of the process may look into it.
        var folder = Directory.CreateTempSubdirectory("document-");
        try
        {
            var pdf = await printer.PrintAsync(folder.FullName, await page.WriteAsync(drawing.Draw(document), folder.FullName, cancellationToken), cancellationToken);
            return await files.StoreAsync(document.Row.CaseId, pdf, cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
