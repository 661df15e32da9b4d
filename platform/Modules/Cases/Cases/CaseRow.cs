using Platform.Core.Data;

namespace Platform.Modules.Cases;

/// <summary>What is in clear of a case. What the person answered is read through <see cref="CaseVault"/>.</summary>
public sealed record CaseRow
{
    public required Guid CaseId { get; init; }

    /// <summary>Null until it was submitted.</summary>
    public string? Reference { get; init; }

    public required string Service { get; init; }

    /// <summary>The edition it was submitted under; null for a draft.</summary>
    public string? Edition { get; init; }

    /// <summary>The body that handles it.</summary>
    public required string Organization { get; init; }

    /// <summary>Code of the area it was routed to; of a draft, that of the local variant it was begun from, if any.</summary>
    public string? Area { get; init; }

    /// <summary>Path of that area, as <c>/18/1801/</c>; empty for none.</summary>
    public required string AreaPath { get; init; }

    /// <summary>The body that must not see it; null where any may.</summary>
    public string? HiddenFrom { get; init; }

    public required string State { get; init; }

    /// <summary>The desk's queue that the state belongs to; null for drafts and final states.</summary>
    public string? Queue { get; init; }

    public required bool Final { get; init; }

    /// <summary>Grows by one with every change; for officials the <c>ETag</c>, and the number of the change's event.</summary>
    public required long Version { get; init; }

    /// <summary>How often a page of it was saved.</summary>
    public required long Saves { get; init; }

    /// <summary>
    /// Grows with every change and with every page that is saved: what an applicant names when she sends what she has seen, and the <c>ETag</c>
    /// of her case.
    /// </summary>
    public long Stamp => Version + Saves;

    /// <summary>Whose case it is; null where it was filed without a name.</summary>
    public Guid? ApplicantId { get; init; }

    /// <summary>The official who filed it at the counter; null where the applicant did.</summary>
    public Guid? FiledBy { get; init; }

    public required string Channel { get; init; }

    /// <summary>Of an application on paper, the day it reached the office; null for every other.</summary>
    public DateOnly? ReceivedOn { get; init; }

    /// <summary>The file that is the scan of that paper.</summary>
    public Guid? ScanId { get; init; }

    public Guid? AssigneeId { get; init; }

    public required Instant CreatedAt { get; init; }

    public Instant? SubmittedAt { get; init; }

    public required Instant ChangedAt { get; init; }

    /// <summary>Until when the service promises a decision.</summary>
    public Instant? DueAt { get; init; }

    /// <summary>The same as a local date: what the law counts.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Until when the present state should be left.</summary>
    public Instant? StateDueAt { get; init; }

    public DateOnly? StateDueOn { get; init; }

    /// <summary>Since when the clock stands still because the applicant is asked for something.</summary>
    public Instant? PausedAt { get; init; }

    /// <summary>The zone of the local dates, an IANA name.</summary>
    public string? TimeZone { get; init; }

    public Instant? ErasedAt { get; init; }

    public bool IsDraft => State == CaseStates.Draft;

    /// <summary>A draft that no office holds a paper of: its applicant may end it.</summary>
    internal bool MayBeDeleted => this is { IsDraft: true, ErasedAt: null, ScanId: null };

    internal const string Columns =
        """
        case_id, reference, service, edition, organization, area, area_path, hidden_from, state, queue, final, version, saves, applicant_id, filed_by, channel, received_on, scan_id, assignee_id,
        created_at, submitted_at, changed_at, due_at, due_on, state_due_at, state_due_on, paused_at, time_zone, erased_at
        """;

    /// <summary>When a case reached the state in which it is; of a final one, when it was closed.</summary>
    internal const string ClosedAtSql =
        $"(select max(e.at) from cases_event e where e.case_id = cases_case.case_id and e.kind in ({CaseEventKinds.Movements}) and e.to_state = cases_case.state)";
}

/// <summary>States that every workflow knows.</summary>
public static class CaseStates
{
    public const string Draft = "draft";
}
