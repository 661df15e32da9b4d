using Platform.Core.Data;
using Platform.Core.Keys;

namespace Platform.Modules.Documents.Issuing;

/// <summary>A document was issued. Published in the act that issues it; signing and printing follow.</summary>
public sealed record DocumentIssued(Guid DocumentId);

/// <summary>A document ended before its time. Published in the act that ends it.</summary>
/// <param name="State"><see cref="DocumentStates.Revoked"/> or <see cref="DocumentStates.Replaced"/>.</param>
public sealed record DocumentEnded(Guid DocumentId, string State);

/// <summary>A document about to be issued.</summary>
internal sealed record NewDocument
{
    public Guid DocumentId { get; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    public required string Service { get; init; }

    public required string Document { get; init; }

    public required string Action { get; init; }

    public required string Organization { get; init; }

    public required string NumberPattern { get; init; }

    public required long Year { get; init; }

    public required DateOnly IssuedOn { get; init; }

    public DateOnly? ValidUntil { get; init; }

    public required DocumentContent Content { get; init; }

    /// <summary>The document in whose place it stands.</summary>
    public Guid? Replaces { get; init; }
}

/// <summary>Steps of an act that issue and end documents.</summary>
internal static class DocumentActs
{
    /// <summary>Writes the document. Its number is taken at the very end of the act, from the counter of its organization and year.</summary>
    public static Act Issue(this Act act, NewDocument issued, SecretKey key)
    {
        var content = Cipher.Seal(key, Places.Content(issued.DocumentId), issued.Content.ToJson());
        act.Do(
                $"""
                insert into documents_document (document_id, case_id, service, document, action, organization, number_pattern, year, state, issued_at, issued_on, valid_until, content, replaces, version, act)
                values (@DocumentId, @CaseId, @Service, @Document, @Action, @Organization, @NumberPattern, @Year, '{DocumentStates.Issued}', @at, @IssuedOn, @ValidUntil, @content, @Replaces, 1, @act)
                """,
                new
                {
                    issued.DocumentId,
                    issued.CaseId,
                    issued.Service,
                    issued.Document,
                    issued.Action,
                    issued.Organization,
                    issued.NumberPattern,
                    issued.Year,
                    issued.IssuedOn,
                    issued.ValidUntil,
                    content,
                    issued.Replaces,
                })
            .Do("insert into documents_code (code_hash, document_id) values (@hash, @DocumentId)", new { hash = DocumentCode.Hash(issued.Content.Code), issued.DocumentId })
            .Audit("case", issued.CaseId, "documents.issue", new { document = issued.DocumentId, replaces = issued.Replaces })
            .Publish(new DocumentIssued(issued.DocumentId));
        return act.Number(issued);
    }

    /// <summary>Ends a document that is in force; the act is undone where it no longer is.</summary>
    public static Act End(this Act act, DocumentRow found, string state, string reason, SecretKey key)
    {
        var sealedReason = Cipher.Seal(key, Places.Reason(found.DocumentId), reason);
        return act.Guard(
                "documents_document",
                "document_id",
                found.DocumentId,
                $"""
                update documents_document set state = @state, reason = @sealedReason, ended_at = @at, version = version + 1, act = @act
                where document_id = @DocumentId and version = @Version and state = '{DocumentStates.Issued}'
                """,
                new { state, sealedReason, found.DocumentId, found.Version })
            .Audit("case", found.CaseId, $"documents.{state}", new { document = found.DocumentId })
            .Publish(new DocumentEnded(found.DocumentId, state));
    }

    // The counter's row is shared by all cases of an organization, so it is locked last and for one round trip.
    private static Act Number(this Act act, NewDocument issued) => act
        .DoLast(
            """
            insert into documents_number (document, organization, year, last) values (@Document, @Organization, @Year, 1)
            on conflict (document, organization, year) do update set last = documents_number.last + 1
            """,
            new { issued.Document, issued.Organization, issued.Year })
        .DoLast(
            """
            update documents_document set seq = (select n.last from documents_number n where n.document = @Document and n.organization = @Organization and n.year = @Year)
            where document_id = @DocumentId
            """,
            new { issued.DocumentId, issued.Document, issued.Organization, issued.Year });
}
