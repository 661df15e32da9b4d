using System.Text;

namespace Platform.Core.Texts.Po;

/// <summary>
/// Finds the wording of the most similar text, by gettext's measure: twice the longest common subsequence of bytes over both lengths,
/// above 0.6; a hair more where the context fits; of equals the one that shares more runs of four characters, then the earlier one.
/// </summary>
internal sealed class PoSimilar
{
    private const double Threshold = 0.6;
    private const double FittingContext = 0.00001;
    private const int Run = 4;
    private readonly List<(PoEntry Entry, byte[] Id)> entries;
    private readonly Dictionary<string, List<int>> runs = new(StringComparer.Ordinal);

    /// <param name="known">In the order of the file, without the header.</param>
    public PoSimilar(IReadOnlyList<PoEntry> known)
    {
        entries = [.. known.Where(e => !e.IsEmpty).Select(e => (e, Encoding.UTF8.GetBytes(e.Id)))];
        for (var i = 0; i < entries.Count; i++)
        {
            foreach (var run in Runs(entries[i].Entry.Id).Distinct())
            {
                (runs.TryGetValue(run, out var where) ? where : runs[run] = []).Add(i);
            }
        }
    }

    public PoEntry? Find(PoEntry asked)
    {
        var (best, weight, id) = (default(PoEntry), Threshold, Encoding.UTF8.GetBytes(asked.Id));
        var measure = new CommonBytes(id);
        foreach (var (entry, other) in Candidates(asked.Id, id.Length).Select(i => entries[i]))
        {
            var bonus = entry.Context is null || entry.Context == asked.Context ? FittingContext : 0;
            var most = (2.0 * Math.Min(id.Length, other.Length) / Math.Max(1, id.Length + other.Length)) + bonus;
            if (most > weight && Similarity(measure, other) + bonus is var similarity && similarity > weight)
            {
                (best, weight) = (entry, similarity);
            }
        }

        return best;
    }

    private static double Similarity(CommonBytes measure, byte[] other) =>
        measure.Length + other.Length is var both and > 0 ? 2.0 * measure.With(other) / both : 1;

    private IEnumerable<int> Candidates(string id, int bytes)
    {
        var asked = Runs(id).ToList();
        if (asked.Count == 0)
        {
            // Too short for a run: all of a length that can be similar enough, the shorter first.
            const double longest = (2 / Threshold) - 1;
            return Enumerable.Range(0, entries.Count).Where(i => entries[i].Id.Length >= Math.Ceiling(bytes / longest) && entries[i].Id.Length <= (int)(bytes * longest)).OrderBy(i => entries[i].Id.Length);
        }

        return asked.SelectMany(run => runs.GetValueOrDefault(run) ?? []).GroupBy(i => i).OrderByDescending(same => same.Count()).ThenBy(same => same.Key).Select(same => same.Key);
    }

    private static IEnumerable<string> Runs(string text)
    {
        var letters = text.EnumerateRunes().Select(rune => rune.ToString()).ToList();
        return Enumerable.Range(0, Math.Max(0, letters.Count - Run + 1)).Select(at => string.Concat(letters.GetRange(at, Run)));
    }
}
