using System.Globalization;

namespace Platform.Load;

/// <summary>
/// Reads lines of <c>scenario TAB side TAB requests-a-second TAB p99</c>, a pair for each round, and a pair <c>half-side</c> for each at half of that side's
/// median; prints medians, their ratio, and what each round said.
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

    // Milliseconds in which 99 of 100 are answered at half load.
    private static readonly Dictionary<string, double> WantedAtHalf = new() { ["service-page"] = 10, ["search"] = 15 };

    /// <returns>1 where a median is not what is wanted.</returns>
    public static int Print(string file)
    {
        var scenarios = File.ReadLines(file).Select(Sample.Of).GroupBy(s => s.Scenario).ToList();
        Console.WriteLine($"{"scenario",-28}{"platform/s",12}{"reference/s",13}{"ratio",8}{"wanted",8}  {"each round",-22} p99 of the platform");
        var failed = scenarios.Select(PrintRatio).ToList();
        failed.AddRange(scenarios.Select(PrintHalf));
        return failed.Contains(true) ? 1 : 0;
    }

    private static bool PrintRatio(IGrouping<string, Sample> scenario)
    {
        var (ours, theirs) = (scenario.Where(s => s.Side == "platform").ToList(), scenario.Where(s => s.Side == "reference").Select(s => s.Rate).ToList());
        if (ours.Count == 0 || theirs.Count == 0)
        {
            return false;
        }

        // A ratio for each round, so that what slows the whole machine for a while slows both sides.
        var ratios = ours.Zip(theirs, (a, b) => a.Rate / b).ToList();
        var wanted = Wanted.TryGetValue(scenario.Key, out var least) ? least : (double?)null;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{scenario.Key,-28}{Median(ours.ConvertAll(s => s.Rate)),12:F0}{Median(theirs),13:F0}{Median(ratios),8:F2}{wanted,8:F1}  {Each(ratios, "F2"),-22} {string.Join(' ', ours.Select(s => s.P99))}"));
        return Median(ratios) < wanted;
    }

    private static bool PrintHalf(IGrouping<string, Sample> scenario)
    {
        var (ours, theirs) = (scenario.Where(s => s.Side == "half-platform").Select(s => s.Milliseconds).ToList(), scenario.Where(s => s.Side == "half-reference").Select(s => s.Milliseconds).ToList());
        if (ours.Count == 0 || theirs.Count == 0)
        {
            return false;
        }

        var wanted = WantedAtHalf.TryGetValue(scenario.Key, out var most) ? most : (double?)null;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{scenario.Key}, p99 at half load: {Median(ours):F1} ms ({Each(ours, "F1")}){(wanted is null ? "" : $", wanted {wanted:F0} ms")}; the reference at half of its own {Median(theirs):F1} ms ({Each(theirs, "F1")})"));
        return Median(ours) > wanted;
    }

    private static string Each(IEnumerable<double> values, string format) => string.Join(' ', values.Select(v => v.ToString(format, CultureInfo.InvariantCulture)));

    private static double Median(List<double> values)
    {
        var sorted = values.Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// <param name="P99">As the load says it, with its unit; <c>-</c> where it does not.</param>
    private sealed record Sample(string Scenario, string Side, double Rate, string P99)
    {
        /// <summary>Of the pacer, which counts in milliseconds.</summary>
        public double Milliseconds => double.Parse(P99.Replace("ms", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

        public static Sample Of(string line)
        {
            var parts = line.Split('\t');
            return new(parts[0], parts[1], double.Parse(parts[2], CultureInfo.InvariantCulture), parts[3]);
        }
    }
}
