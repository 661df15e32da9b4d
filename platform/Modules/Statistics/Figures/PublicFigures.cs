namespace Platform.Modules.Statistics.Figures;

/// <summary>A group of cases that are alike, and how many they are.</summary>
/// <param name="Id">A service, an area, a channel, an outcome; a month as <c>2026-10</c>.</param>
public sealed record Group(string Id, long Count);

/// <summary>How many cases there were of each kind.</summary>
/// <param name="Groups">Largest first; months in their order.</param>
/// <param name="Others">How many are in groups that are hidden; null where that cannot be told either.</param>
/// <param name="IsHiding">There are groups that are not told.</param>
public sealed record Breakdown(IReadOnlyList<Group> Groups, long? Others, bool IsHiding);

/// <summary>What may be told to everybody. Null, or left out: fewer than ten, or fewer could be found by it.</summary>
public sealed record PublicFigures
{
    public required Period Period { get; init; }

    /// <summary>Null: all bodies.</summary>
    public required string? Organization { get; init; }

    public required long? Sent { get; init; }

    public required long? Closed { get; init; }

    /// <summary>How many applicants said how satisfied they were.</summary>
    public required long? Ratings { get; init; }

    /// <summary>Their mean, from 1 to 5, to one decimal.</summary>
    public required decimal? Satisfaction { get; init; }

    public required Breakdown Months { get; init; }

    public required Breakdown Services { get; init; }

    public required Breakdown Areas { get; init; }

    public required Breakdown Channels { get; init; }

    public required Breakdown Outcomes { get; init; }
}
