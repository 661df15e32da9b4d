using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Platform.Modules.Statistics.Figures;
using Platform.Web.Caching;

namespace Platform.Modules.Statistics;

/// <summary>The figures for programs: the same as on the page. Ids are those of the catalogue.</summary>
internal static class StatisticsApi
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("", GetAsync).WithName("GetStatistics").WithSummary("How many applications there were; figures below ten are left out")
        .WithMetadata(new PublicPageAttribute("year", "month", "organization") { Seconds = 3600 }).AllowAnonymous();

    private static async Task<Results<Ok<StatisticsAnswer>, NotFound>> GetAsync(FigureReading reading, CancellationToken cancellationToken, int? year = null, int? month = null, string? organization = null) =>
        !await reading.KnowsAsync(organization, cancellationToken) ? TypedResults.NotFound()
        : TypedResults.Ok(await reading.ReadAsync(new(year, month, organization), cancellationToken) is { } figures ? StatisticsAnswer.Of(figures) : new StatisticsAnswer());
}

/// <summary>The figures of a period. Null, or left out: fewer than ten, or fewer could be found by it.</summary>
internal sealed record StatisticsAnswer
{
    /// <summary>The first month, as <c>2025-11</c>; null while no month was counted.</summary>
    public string? From { get; init; }

    /// <summary>The last month.</summary>
    public string? Until { get; init; }

    /// <summary>Null: all bodies.</summary>
    public string? Organization { get; init; }

    public long? Sent { get; init; }

    public long? Closed { get; init; }

    public long? Ratings { get; init; }

    /// <summary>From 1 to 5.</summary>
    public decimal? Satisfaction { get; init; }

    public IReadOnlyList<Group> Months { get; init; } = [];

    public BreakdownAnswer? Services { get; init; }

    public BreakdownAnswer? Areas { get; init; }

    public BreakdownAnswer? Channels { get; init; }

    public BreakdownAnswer? Outcomes { get; init; }

    public static StatisticsAnswer Of(PublicFigures figures) => new()
    {
        From = figures.Period.From.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        Until = figures.Period.Until.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        Organization = figures.Organization,
        Sent = figures.Sent,
        Closed = figures.Closed,
        Ratings = figures.Ratings,
        Satisfaction = figures.Satisfaction,
        Months = figures.Months.Groups,
        Services = BreakdownAnswer.Of(figures.Services),
        Areas = BreakdownAnswer.Of(figures.Areas),
        Channels = BreakdownAnswer.Of(figures.Channels),
        Outcomes = BreakdownAnswer.Of(figures.Outcomes),
    };
}

/// <param name="Others">How many are in groups that are not named; null where that is not told.</param>
internal sealed record BreakdownAnswer(IReadOnlyList<Group> Groups, long? Others)
{
    public static BreakdownAnswer Of(Breakdown breakdown) => new(breakdown.Groups, breakdown.Others);
}
