using Platform.Modules.Cases;

namespace Platform.Modules.Documents.Sheets;

/// <summary>Documents for what is done after commit: signing and printing.</summary>
internal sealed class SheetSource(DocumentStore documents, DocumentReading reading)
{
    /// <returns>Null where there is nothing left to do: the document is gone or its case was erased.</returns>
    public async Task<OpenDocument?> FindAsync(Guid documentId, CancellationToken cancellationToken) =>
        await documents.FindAsync(documentId, new CaseAccess.AfterCommit(), cancellationToken) is { } found ? await reading.TryOpenAsync(found, cancellationToken) : null;
}
