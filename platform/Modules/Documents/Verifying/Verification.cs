using Platform.Core.Keys.Signing;
using Platform.Modules.Cases;
using Platform.Modules.Cases.Desk;
using Platform.Modules.Documents.Definitions;
using Platform.Modules.Documents.Issuing;
using Platform.Modules.Documents.Sheets;
using Platform.Modules.Documents.Signing;

namespace Platform.Modules.Documents.Verifying;

/// <summary>What somebody learns who checks a document.</summary>
/// <param name="Text">Null where nothing can be read any more.</param>
/// <param name="Fields">By a code: what the document reveals. By the signed text: what was signed, to compare with the paper.</param>
public sealed record Verified(Standing Standing, DocumentText? Text, IReadOnlyList<TextField> Fields)
{
    /// <summary>The fields are the words that were signed.</summary>
    public bool IsSignature { get; init; }
}

/// <summary>
/// Answers whether a document is genuine: to anybody who holds its code or its signed text. Each answer about a document stands in the log of
/// looks at its case.
/// </summary>
public sealed class Verification(DocumentStore documents, DocumentReading reading, DocumentWording wording, SigningKeys keys, AccessLog log, TimeProvider clock)
{
    private const string Action = "documents.verify";

    /// <summary>By the code that was typed or scanned. A code that is wrong in whatever way takes the same steps: one hash, one look-up.</summary>
    /// <returns>Null where no document has this code.</returns>
    public async Task<Verified?> ByCodeAsync(string typed, string language, CancellationToken cancellationToken = default)
    {
        if (await documents.ByCodeAsync(DocumentCode.Hash(typed), cancellationToken) is not { } found)
        {
            return null;
        }

        if (await OpenAsync(found, "code", cancellationToken) is not { } open)
        {
            return new(Standing.Erased, null, []);
        }

        var text = wording.Write(open, language);
        return new(StandingOf(open), text, [.. open.Definition.Reveals.Select(r => Reveal(r, text)).OfType<TextField>().Where(f => f.Text.Length > 0)]);
    }

    /// <summary>By the signed text that belongs to a document.</summary>
    /// <returns>Null where the text is not signed by this instance, or was altered.</returns>
    public async Task<Verified?> BySignatureAsync(string jws, string language, CancellationToken cancellationToken = default)
    {
        if (await keys.VerifyAsync(SignedPayload.Type, jws, cancellationToken) is not { } bytes)
        {
            return null;
        }

        // Whoever holds the signed text can read all of it: the signature is the permission.
        var signed = SignedPayload.Parse(bytes);
        return await documents.BySignatureAsync(signed.DocumentId, cancellationToken) is { } found && await OpenAsync(found, "signature", cancellationToken) is { } open
            ? new(StandingOf(open), wording.Write(open, language), signed.Fields) { IsSignature = true }
            : new(Standing.Erased, null, []) { IsSignature = true };
    }

    private async Task<OpenDocument?> OpenAsync(FoundDocument found, string by, CancellationToken cancellationToken)
    {
        await log.ShownToBearerAsync(new(found.Case.CaseId), Action, new { document = found.Row.DocumentId, by }, cancellationToken);
        return await reading.TryOpenAsync(found, cancellationToken);
    }

    private Standing StandingOf(OpenDocument open) => Standings.Of(open.Row, open.Edition.Pack, clock);

    private static TextField? Reveal(string path, DocumentText text) => path switch
    {
        DocumentDefinition.RevealedHolder => new(SignedPayload.Holder, "", text.Holder),
        DocumentDefinition.MaskedHolder => new(SignedPayload.Holder, "", Mask.Of(text.Holder)),
        _ => text.Fields.FirstOrDefault(f => f.Id == path),
    };
}
