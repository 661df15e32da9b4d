using Platform.Modules.Statistics.Counting;
using Platform.Modules.Statistics.Ratings;

namespace Platform.Modules.Statistics.Figures;

/// <summary>Reads the figures of a page.</summary>
internal sealed class FigureReading(CountStore counts, RatingStore ratings)
{
    /// <param name="asked">What the address asks for; a year or month that there is nothing of is not asked for.</param>
    /// <returns>Null while no month was counted.</returns>
    public async Task<PublicFigures?> ReadAsync(FigureFilter asked, CancellationToken cancellationToken)
    {
        if (await ChoicesAsync(cancellationToken) is not { } choices)
        {
            return null;
        }

        var (period, organization) = choices.Narrow(asked);
        var telling = new Telling(period, organization);
        var services = await SentAsync(period, "service", cancellationToken);
        var closed = await counts.TalliesAsync(CountKinds.Closed, "outcome", period.ScopeFrom, period.ScopeUntil, cancellationToken);
        var rated = await ratings.TalliesAsync(period.ScopeFrom, period.ScopeUntil, cancellationToken);
        var answers = telling.Total(rated);
        return new()
        {
            Period = period,
            Organization = organization,
            Sent = telling.Total(services),
            Closed = telling.Total(closed),
            Ratings = answers,
            Satisfaction = answers > 0 ? telling.Mean(rated) : null,
            Months = telling.Months(services),
            Services = telling.Of(services),
            Areas = telling.Of(await SentAsync(period, "area", cancellationToken)),
            Channels = telling.Of(await SentAsync(period, "channel", cancellationToken)),
            Outcomes = telling.Of(closed),
        };
    }

    /// <summary>Whether there is a page of this body. Of a name that nobody has there is none: else there would be as many pages as names.</summary>
    /// <param name="organization">As the address has it; empty: all bodies.</param>
    public async Task<bool> KnowsAsync(string? organization, CancellationToken cancellationToken) =>
        string.IsNullOrEmpty(organization) || (await counts.OrganizationsAsync(cancellationToken)).Contains(organization, StringComparer.Ordinal);

    /// <summary>What can be chosen; null while no month was counted.</summary>
    public async Task<FigureChoices?> ChoicesAsync(CancellationToken cancellationToken) => await counts.SpanAsync(cancellationToken) is { First: { } first, Last: { } last }
        ? new(first, last, await counts.OrganizationsAsync(cancellationToken))
        : null;

    private Task<IReadOnlyList<Tally>> SentAsync(Period period, string column, CancellationToken cancellationToken) =>
        counts.TalliesAsync(CountKinds.Sent, column, period.ScopeFrom, period.ScopeUntil, cancellationToken);
}
