using Platform.Core.Keys;
using Platform.Core.Keys.Subjects;
using Platform.Modules.Cases.Editions;
using Platform.Modules.Documents.Definitions;
using Platform.Modules.Documents.Issuing;

namespace Platform.Modules.Documents.Sheets;

/// <summary>Opens what is sealed of a document.</summary>
public sealed class DocumentReading(KeyStore keys, EditionStore editions)
{
    /// <exception cref="KeyErasedException">The case was erased: show that, and nothing else.</exception>
    public async Task<OpenDocument> OpenAsync(FoundDocument found, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(found);
        var row = found.Row;
        var content = Cipher.OpenText(await keys.GetAsync(row.CaseId, cancellationToken), Places.Content(row.DocumentId), row.Content);
        var edition = await editions.OfAsync(found.Case, cancellationToken);
        return new(row, found.Case, edition, edition.Service.Section<DocumentsSection>()!.Find(row.Document)!, DocumentContent.Parse(content));
    }

    /// <returns>Null where the case was erased.</returns>
    public async Task<OpenDocument?> TryOpenAsync(FoundDocument found, CancellationToken cancellationToken = default)
    {
        try
        {
            return await OpenAsync(found, cancellationToken);
        }
        catch (KeyErasedException)
        {
            return null;
        }
    }

    /// <summary>The signed text; null until it is signed, a moment after it was issued.</summary>
    /// <exception cref="KeyErasedException">The case was erased.</exception>
    public async Task<string?> SignatureAsync(DocumentRow row, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Signature is null ? null : Cipher.OpenText(await keys.GetAsync(row.CaseId, cancellationToken), Places.Signature(row.DocumentId), row.Signature);
    }

    /// <summary>Why it was revoked or replaced, as the official wrote it; null while it is in force.</summary>
    /// <exception cref="KeyErasedException">The case was erased.</exception>
    public async Task<string?> ReasonAsync(DocumentRow row, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Reason is null ? null : Cipher.OpenText(await keys.GetAsync(row.CaseId, cancellationToken), Places.Reason(row.DocumentId), row.Reason);
    }
}
