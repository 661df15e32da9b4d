using Platform.Core.Data;

namespace Platform.Modules.Cases;

/// <summary>A case with everything that belongs to it: what pages and acts work from.</summary>
/// <param name="Events">The timeline, oldest first.</param>
/// <param name="Fees">In the order of the definition.</param>
/// <param name="Files">Submitted or still of the draft.</param>
/// <param name="Answers">Last submitted; null for a draft.</param>
/// <param name="Pages">Every page that was ever saved.</param>
public sealed record StoredCase(
    CaseRow Case, IReadOnlyList<CaseEvent> Events, IReadOnlyList<CaseFee> Fees, IReadOnlyList<CaseFile> Files, SealedAnswers? Answers, IReadOnlyList<SealedPage> Pages)
{
    /// <summary>What officials wrote for each other, oldest first; read only for them.</summary>
    internal IReadOnlyList<SealedNote> Notes { get; init; } = [];

    /// <summary>The applicant, the clerk and all who did something, as far as they were read.</summary>
    internal IEnumerable<Guid?> People => [Case.ApplicantId, Case.FiledBy, Case.AssigneeId, .. Events.Select(e => e.ActorId), .. Notes.Select(n => (Guid?)n.AuthorId)];
}

/// <summary>Ciphertext of one revision of the answers.</summary>
public sealed record SealedAnswers
{
    public required long Revision { get; init; }

    public required byte[] Content { get; init; }
}

/// <summary>Ciphertext of what was typed on one page.</summary>
public sealed record SealedPage
{
    public required string Page { get; init; }

    public required long Version { get; init; }

    public required Instant SavedAt { get; init; }

    public required byte[] Content { get; init; }
}

/// <summary>Ciphertext of one note.</summary>
internal sealed record SealedNote
{
    public required Guid NoteId { get; init; }

    public required Instant At { get; init; }

    public required Guid AuthorId { get; init; }

    public required byte[] Content { get; init; }
}
