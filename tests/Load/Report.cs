using System.Globalization;

namespace Platform.Load;

/// <summary>
/// Reads lines of <c>scenario TAB side TAB requests-a-second TAB p99</c>, a pair for each round and <c>half</c> once, at half of the platform's median;
/// prints medians, their ratio, the ratio of each round.
/// </summary>
internal static class Report
{
    // The ratio below which a scenario has failed; for the queue, half the speed with a thousand times as many cases.
    private static readonly Dictionary<string, double> Wanted = new()
    {
        ["service-page"] = 0.8,
        ["search"] = 2,
        ["submit-postgres"] = 0.5,
        ["desk-page"] = 0.4,
        ["queue"] = 0.5,
    };

    /// <returns>1 where a median is below what is wanted.</returns>
    public static int Print(string file)
    {
        var failed = false;
        var samples = File.ReadLines(file).Select(line => line.Split('\t')).Select(p => (Scenario: p[0], Side: p[1], Rate: double.Parse(p[2], CultureInfo.InvariantCulture), P99: p[3])).ToList();
        Console.WriteLine($"{"scenario",-28}{"platform/s",12}{"reference/s",13}{"ratio",8}{"wanted",8}  {"each round",-22} {"p99 of the platform",-24} at half load");
        foreach (var scenario in samples.GroupBy(s => s.Scenario))
        {
            var (ours, theirs) = (Rates(scenario, "platform"), Rates(scenario, "reference"));
            if (ours.Count == 0 || theirs.Count == 0)
            {
                continue;
            }

            // A ratio for each round, so that what slows the whole machine for a while slows both sides.
            var ratios = ours.Zip(theirs, (a, b) => a / b).ToList();
            var wanted = Wanted.TryGetValue(scenario.Key, out var least) ? least : (double?)null;
            failed |= Median(ratios) < wanted;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{scenario.Key,-28}{Median(ours),12:F0}{Median(theirs),13:F0}{Median(ratios),8:F2}{wanted,8:F1}  {string.Join(' ', ratios.Select(r => r.ToString("F2", CultureInfo.InvariantCulture))),-22} {string.Join(' ', scenario.Where(s => s.Side == "platform").Select(s => s.P99)),-24} {string.Join(' ', scenario.Where(s => s.Side == "half").Select(s => s.P99))}"));
        }

        return failed ? 1 : 0;
    }

    private static List<double> Rates(IEnumerable<(string Scenario, string Side, double Rate, string P99)> samples, string side) =>
        [.. samples.Where(s => s.Side == side).Select(s => s.Rate)];

    private static double Median(List<double> values)
    {
        var sorted = values.Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
