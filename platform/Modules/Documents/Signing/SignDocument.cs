using Platform.Core;
using Platform.Core.Data;
using Platform.Core.Keys;
using Platform.Core.Keys.Signing;
using Platform.Core.Keys.Subjects;
using Platform.Core.Outbox;
using Platform.Core.People;
using Platform.Modules.Documents.Issuing;
using Platform.Modules.Documents.Sheets;

namespace Platform.Modules.Documents.Signing;

/// <summary>What a signature needs: the keys that sign, and the case's key that seals it.</summary>
internal sealed class DocumentSigning(SigningKeys signing, KeyStore keys, DocumentWording wording, PortalAddress portal)
{
    /// <returns>The signed text, sealed for its row.</returns>
    public async Task<byte[]> SignAsync(OpenDocument document, CancellationToken cancellationToken)
    {
        var payload = SignedPayload.Of(document, wording.Write(document, document.Languages[0]), portal.Root);
        var jws = await signing.SignAsync(SignedPayload.Type, payload, cancellationToken);
        return Cipher.Seal(await keys.GetAsync(document.Row.CaseId, cancellationToken), Places.Signature(document.Row.DocumentId), jws);
    }
}

/// <summary>Signs a document after it was issued. Signing again does nothing; a document of an erased case is left alone.</summary>
internal sealed class SignDocument(SheetSource source, DocumentSigning signing, Acts acts) : IHandle<DocumentIssued>
{
    public async Task HandleAsync(DocumentIssued message, CancellationToken cancellationToken)
    {
        if (await source.FindAsync(message.DocumentId, cancellationToken) is not { Row.Signature: null } document)
        {
            return;
        }

        // Delivered twice at once, the first signature stays.
        await acts.Begin(Actor.System)
            .Do(
                "update documents_document set signature = @signature where document_id = @DocumentId and signature is null",
                new { signature = await signing.SignAsync(document, cancellationToken), message.DocumentId })
            .Audit("case", document.Row.CaseId, "documents.sign", new { document = message.DocumentId })
            .CommitAsync(cancellationToken);
    }
}
