using Platform.Core.Data;

namespace Platform.Modules.Sample;

/// <summary>Something in the register. Whose it is and why says its case; here stand ids, days and states only.</summary>
public sealed record Entry
{
    public required Guid EntryId { get; init; }

    public required string Number { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>Null where the case has no name.</summary>
    public Guid? PersonId { get; init; }

    public required string Service { get; init; }

    /// <summary>Id of one of the service's kinds; see <see cref="SampleSection"/>.</summary>
    public required string Kind { get; init; }

    public required string Organization { get; init; }

    /// <summary>As <c>/18/1801/</c>; empty for none.</summary>
    public required string AreaPath { get; init; }

    /// <summary>The last day; null: for ever.</summary>
    public DateOnly? ValidUntil { get; init; }

    public Instant? EndedAt { get; init; }

    /// <summary>When the case was told of the end.</summary>
    public Instant? ToldAt { get; init; }

    public bool IsValid => EndedAt is null;

    internal const string Columns = "entry_id, number, case_id, person_id, service, kind, organization, area_path, valid_until, ended_at, told_at";
}

/// <summary>An entry ended, by its time or by an official. Published in the act that ends it; carries ids only.</summary>
public sealed record EntryEnded(Guid EntryId);
