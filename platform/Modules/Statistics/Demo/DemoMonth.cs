using Platform.Core.Packs;
using Platform.Core.People;
using Platform.Modules.Cases.Workflow;
using Platform.Modules.Statistics.Counting;
using Platform.Modules.Statistics.Ratings;

namespace Platform.Modules.Statistics.Demo;

/// <summary>One invented month. The same pack and month give the same figures.</summary>
/// <param name="ago">How many months before the one that runs: fewer people applied then, and fewer of them online.</param>
internal sealed class DemoMonth(Pack pack, DateOnly month, int ago)
{
    private const double Busiest = 900;

    public DateOnly Month => month;

    public IEnumerable<MonthCount> Counts(ServiceDefinition service)
    {
        // The first places are the largest.
        var weights = pack.Areas.Roots.Select((_, n) => (0.6 + 0.8 * Noise(n, 7)) / (n + 1.5)).ToList();
        foreach (var (area, weight) in pack.Areas.Roots.Zip(weights, (a, w) => (a.Code, w / weights.Sum())))
        {
            foreach (var (channel, share) in new[] { (Channels.Web, 0.62 - ago * 0.015), (Channels.Counter, 0.36 + ago * 0.015), (Channels.Api, 0.02) })
            {
                // What is less than one is now and then one.
                var sent = (long)(PerMonth(service) * share * weight + Noise(area.Sum(c => c) + ago, channel.Length));
                if (sent > 0)
                {
                    yield return new(CountKinds.Sent, service.Id, service.Organization, area, channel, "", sent);
                    foreach (var (state, count) in Outcomes(service, sent, ago))
                    {
                        yield return new(CountKinds.Closed, service.Id, service.Organization, area, channel, state, count);
                    }
                }
            }
        }
    }

    public IEnumerable<(ServiceDefinition Service, int Step)> Ratings(ServiceDefinition service) =>
        Enumerable.Range(0, (int)(PerMonth(service) / 16)).Select(n => (service, Step(Noise(n, service.Id.Length))));

    private static int Step(double noise) => noise switch { < 0.42 => Rating.Best, < 0.78 => 4, < 0.9 => 3, < 0.96 => 2, _ => 1 };

    // A few services are asked for by most.
    private double PerMonth(ServiceDefinition service)
    {
        var kind = service.Id.Sum(c => c);
        var before = pack.Services.All.Count(s => Noise(s.Id.Sum(c => c), 3) < Noise(kind, 3));
        return Busiest / Math.Pow(1 + before * 0.25, 2) * (1.05 - ago * 0.02) * (0.85 + 0.3 * Noise(month.Month, kind));
    }

    // Most are closed as the first final state says; of the others each is rarer than the one before.
    private static List<(string State, long Count)> Outcomes(ServiceDefinition service, long sent, int ago)
    {
        var closed = new List<(string State, long Count)>();
        var left = sent;
        foreach (var (n, state) in service.Section<WorkflowSection>()!.States.Where(s => s.IsFinal).Index())
        {
            var count = Math.Min(left, (long)(sent * (n == 0 ? 0.8 : 0.16 / (1 << n)) + Noise((int)sent + ago, n)));
            left -= count;
            if (count > 0)
            {
                closed.Add((state.Id, count));
            }
        }

        return closed;
    }

    // From 0 up to 1, and always the same.
    private static double Noise(int a, int b)
    {
        var value = Math.Sin(a * 12.9898 + b * 78.233) * 43758.5453;
        return value - Math.Floor(value);
    }
}
