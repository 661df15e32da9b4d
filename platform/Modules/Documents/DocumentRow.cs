using Platform.Core.Data;

namespace Platform.Modules.Documents;

/// <summary>What is in clear of a document.</summary>
public sealed record DocumentRow
{
    public required Guid DocumentId { get; init; }

    public required Guid CaseId { get; init; }

    public required string Service { get; init; }

    /// <summary>Its id in the section <c>documents</c>.</summary>
    public required string Document { get; init; }

    /// <summary>The workflow action that issued it.</summary>
    public required string Action { get; init; }

    public required string Organization { get; init; }

    public required string NumberPattern { get; init; }

    /// <summary>The local year it is numbered in.</summary>
    public required long Year { get; init; }

    public required long Seq { get; init; }

    /// <summary>One of <see cref="DocumentStates"/>; whether it has expired says <see cref="ValidUntil"/>.</summary>
    public required string State { get; init; }

    public required Instant IssuedAt { get; init; }

    /// <summary>The local day.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>The last day on which it is in force; null: for ever.</summary>
    public DateOnly? ValidUntil { get; init; }

    public required byte[] Content { get; init; }

    public byte[]? Signature { get; init; }

    /// <summary>The stored PDF.</summary>
    public Guid? FileId { get; init; }

    public Guid? Replaces { get; init; }

    /// <summary>Why it was revoked or replaced; ciphertext.</summary>
    public byte[]? Reason { get; init; }

    public Instant? EndedAt { get; init; }

    public required long Version { get; init; }

    public string Number => Definitions.NumberPattern.Write(NumberPattern, Year, Seq);

    internal const string Columns =
        """
        d.document_id, d.case_id, d.service, d.document, d.action, d.organization, d.number_pattern, d.year, d.seq, d.state, d.issued_at, d.issued_on, d.valid_until,
        d.content, d.signature, d.file_id, d.replaces, d.reason, d.ended_at, d.version
        """;
}

/// <summary>States of a document. That it expired is seen by its date, not stored.</summary>
public static class DocumentStates
{
    public const string Issued = "issued";
    public const string Revoked = "revoked";
    public const string Replaced = "replaced";
}
