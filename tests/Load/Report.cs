using System.Globalization;

namespace Platform.Load;

/// <summary>
/// Reads lines of <c>scenario TAB side TAB requests-a-second TAB p99</c>, a pair for each round and <c>half</c> once, at half of the platform's median;
/// prints medians, their ratio, the ratio of each round.
/// </summary>
internal static class Report
{
    public static int Print(string file)
    {
        var samples = File.ReadLines(file).Select(line => line.Split('\t')).Select(p => (Scenario: p[0], Side: p[1], Rate: double.Parse(p[2], CultureInfo.InvariantCulture), P99: p[3])).ToList();
        Console.WriteLine($"{"scenario",-28}{"platform/s",12}{"reference/s",13}{"ratio",8}  {"each round",-22} {"p99 of the platform",-24} at half load");
        foreach (var scenario in samples.GroupBy(s => s.Scenario))
        {
            var (ours, theirs) = (Rates(scenario, "platform"), Rates(scenario, "reference"));
            if (ours.Count == 0 || theirs.Count == 0)
            {
                continue;
            }

            // A ratio for each round, so that what slows the whole machine for a while slows both sides.
            var ratios = ours.Zip(theirs, (a, b) => a / b).ToList();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{scenario.Key,-28}{Median(ours),12:F0}{Median(theirs),13:F0}{Median(ratios),8:F2}  {string.Join(' ', ratios.Select(r => r.ToString("F2", CultureInfo.InvariantCulture))),-22} {string.Join(' ', scenario.Where(s => s.Side == "platform").Select(s => s.P99)),-24} {string.Join(' ', scenario.Where(s => s.Side == "half").Select(s => s.P99))}"));
        }

        return 0;
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
