using Platform.Core.Data;
using Platform.Modules.Notices.Writing;

namespace Platform.Modules.Notices.Inbox;

/// <summary>A notice, opened.</summary>
/// <param name="Name">Its template, as <c>approved</c>.</param>
public sealed record Notice(Guid NoticeId, Guid CaseId, Guid? PersonId, string Name, string Language, Instant CreatedAt, bool IsRead, NoticeText Text);

internal sealed record NoticeRow
{
    public required Guid NoticeId { get; init; }

    public required Guid CaseId { get; init; }

    public Guid? PersonId { get; init; }

    public required string Name { get; init; }

    public required string Language { get; init; }

    public required byte[] Content { get; init; }

    public required Instant CreatedAt { get; init; }

    public Instant? ReadAt { get; init; }
}
