namespace Platform.Modules.Statistics.Figures;

/// <summary>The count of one group in one month at one body, before anything is hidden.</summary>
public sealed record Tally
{
    /// <summary>The month's first day.</summary>
    public required DateOnly Month { get; init; }

    public required string Organization { get; init; }

    /// <summary>The group: a service, an area, a channel, an outcome.</summary>
    public required string Key { get; init; }

    public required long Count { get; init; }
}
