using Platform.Testing;

namespace Platform.Load;

/// <summary>Queries as people type them: one to three words of a title, every third with a slip.</summary>
internal static class SearchQueries
{
    private const int Seed = 20261123, MostWords = 3, SlipInOneOf = 3, ShortestToSlip = 5, Asked = 20_000;

    /// <summary>As they come in a day: of 20,000 different ones the r-th is asked 1/r as often as the first (Zipf's law).</summary>
    public static void Draw(string queries, string file, int count)
    {
        var different = File.ReadLines(queries).Take(Asked).ToArray();
        var upTo = new double[different.Length];
        for (var rank = 0; rank < upTo.Length; rank++)
        {
            upTo[rank] = (rank == 0 ? 0 : upTo[rank - 1]) + (1.0 / (rank + 1));
        }

        // The same list in every run.
#pragma warning disable CA5394, RS0030
        var random = new Random(Seed);
        File.WriteAllLines(file, Enumerable.Range(0, count).Select(_ => Array.BinarySearch(upTo, random.NextDouble() * upTo[^1])).Select(at => different[at < 0 ? ~at : at]));
#pragma warning restore CA5394, RS0030
    }

    /// <summary>No two alike.</summary>
    public static void Write(string inventory, string file, int count)
    {
        // The same list in every run.
#pragma warning disable CA5394, RS0030
        var random = new Random(Seed);
        var titles = InventoryPack.Rows(Path.Combine(inventory, "services.csv")).SelectMany(r => new[] { r["service_name_en"], r["service_name_fr"] })
            .Select(t => t.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 2).ToArray()).Where(t => t.Length > 1).ToArray();
        var queries = new HashSet<string>();
        while (queries.Count < count)
        {
            var words = titles[random.Next(titles.Length)].ToArray();
            random.Shuffle(words);
            var query = string.Join(' ', words.Take(random.Next(1, MostWords + 1)));
            queries.Add(query.Length >= ShortestToSlip && random.Next(SlipInOneOf) == 0 ? query.Remove(random.Next(1, query.Length), 1) : query);
        }
#pragma warning restore CA5394, RS0030

        File.WriteAllLines(file, queries.Select(Uri.EscapeDataString));
    }
}
