namespace Platform.Modules.Statistics.Ratings;

/// <summary>What an applicant said after the decision.</summary>
/// <param name="Step">From 1, very dissatisfied, to 5, very satisfied.</param>
public sealed record Rating(int Step, string? Comment)
{
    /// <summary>Of a month that is over the figures are told, and stay as they are.</summary>
    public bool IsClosed { get; init; }

    public const int Best = 5;
    public const int LongestComment = 500;
}

/// <summary>A comment as officials read it: without case, person, day and rating.</summary>
public sealed record Comment(DateOnly Month, string Service, string Text);
