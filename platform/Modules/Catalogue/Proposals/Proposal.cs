using Platform.Core.Data;
using Platform.Core.Packs;

namespace Platform.Modules.Catalogue.Proposals;

/// <summary>The states of a proposal, as they are stored.</summary>
internal static class ProposalStates
{
    public const string Open = "open";
    public const string Acknowledged = "acknowledged";
    public const string Asked = "asked";
    public const string Replaced = "replaced";
    public const string Withdrawn = "withdrawn";
}

/// <summary>A national change in what a local variant inherits, before the office that answers for the variant.</summary>
internal sealed record Proposal
{
    public required Guid ProposalId { get; init; }

    public required string Service { get; init; }

    /// <summary>Code of the variant's area.</summary>
    public required string Area { get; init; }

    public required string AreaPath { get; init; }

    public required string Organization { get; init; }

    /// <summary>The release that the variant was last looked at with.</summary>
    public required long SinceRelease { get; init; }

    /// <summary>The release that brought the change.</summary>
    public required long Release { get; init; }

    public required IReadOnlyList<InheritedChange> Changes { get; init; }

    public required string State { get; init; }

    public required Instant CreatedAt { get; init; }

    public Instant? AnsweredAt { get; init; }

    /// <summary>Fields that the office wants as they were.</summary>
    public IReadOnlyList<string> Kept { get; init; } = [];

    public string? Reason { get; init; }

    public bool IsOpen => State == ProposalStates.Open;
}
