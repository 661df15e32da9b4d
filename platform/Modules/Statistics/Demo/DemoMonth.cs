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
    private const double Busiest = 640;

    public DateOnly Month => month;

    public IEnumerable<MonthCount> Counts(ServiceDefinition service)
    {
        var outcomes = Outcomes(service);
        foreach (var (area, n) in pack.Areas.Roots.Select((a, n) => (a.Code, n)))
        {
            foreach (var (channel, share) in new[] { (Channels.Web, 0.62 - ago * 0.015), (Channels.Counter, 0.36 + ago * 0.015), (Channels.Api, 0.02) })
            {
                // The first places are the largest; together they are the whole.
                var sent = Round(PerMonth(service) * share * Weight(n, pack.Areas.Roots.Count), n, channel.Length);
                if (sent > 0)
                {
                    yield return new(CountKinds.Sent, service.Id, service.Organization, area, channel, "", sent);
                }

                foreach (var (state, part) in outcomes.Where(o => Round(sent * o.Share, n, o.State.Length) > 0))
                {
                    yield return new(CountKinds.Closed, service.Id, service.Organization, area, channel, state, Round(sent * part, n, state.Length));
                }
            }
        }
    }

    public IEnumerable<(ServiceDefinition Service, int Step)> Ratings(ServiceDefinition service) =>
        Enumerable.Range(0, (int)(PerMonth(service) / 16)).Select(n => (service, Step(Noise(n, service.Id.Length))));

    private static int Step(double noise) => noise switch { < 0.42 => Rating.Best, < 0.78 => 4, < 0.9 => 3, < 0.96 => 2, _ => 1 };

    private double PerMonth(ServiceDefinition service)
    {
        var place = pack.Services.All.Select(s => s.Id).Order(StringComparer.Ordinal).ToList().IndexOf(service.Id);
        return Busiest / (1 + place * 0.9) * (1.05 - ago * 0.02) * (0.85 + 0.3 * Noise(month.Month, place));
    }

    private static double Weight(int n, int count) => 1.0 / (n + 1.5) / Enumerable.Range(0, count).Sum(i => 1.0 / (i + 1.5));

    private long Round(double value, int a, int b) => (long)(value + Noise(a + ago, b));

    private static List<(string State, double Share)> Outcomes(ServiceDefinition service)
    {
        var final = service.Section<WorkflowSection>()!.States.Where(s => s.IsFinal).Select(s => s.Id).ToList();
        return [.. final.Select((state, n) => (state, n == 0 ? 0.86 : 0.12 / Math.Pow(2, n - 1)))];
    }

    // From 0 up to 1, and always the same.
    private static double Noise(int a, int b)
    {
        var value = Math.Sin(a * 12.9898 + b * 78.233) * 43758.5453;
        return value - Math.Floor(value);
    }
}
