using Platform.Core.Packs;

namespace Platform.Cli.Catalogue.Duplicates;

/// <summary>The titles of a catalogue in one language, by the weight of their words: rare words say more (tf-idf), the likeness of two is the cosine between them.</summary>
internal sealed class TitleIndex
{
    // What two titles share by words like "of" and "service" alone is not looked at further.
    private const double LeastShared = 0.3;
    private const double OtherMarks = 0.6;

    // A catalogue may be too small to tell by their number that words like "of" and "for" say little.
    private const int ShortWord = 3;
    private const double Short = 0.5;

    private readonly Dictionary<string, double>[] titles;
    private readonly HashSet<string>[] marks;
    private readonly Dictionary<string, List<int>> holding = new(StringComparer.Ordinal);

    /// <param name="texts">The titles; null: there is none in this language.</param>
    public TitleIndex(IReadOnlyList<string?> texts, TitleWords words, IReadOnlyList<IReadOnlyList<string>> synonyms)
    {
        var split = texts.Select(t => t is null ? [] : words.Of(t)).ToList();
        var kinds = new WordKinds(split.SelectMany(w => w), synonyms.Select(g => (IReadOnlyList<string>)[.. g.Select(words.Of).Where(w => w.Count == 1).Select(w => w[0])]).Where(g => g.Count > 1));
        var named = split.Select(w => w.Select(kinds.Of).Distinct().ToList()).ToList();
        var often = named.SelectMany(w => w).CountBy(w => w).ToDictionary(w => w.Key, w => w.Value, StringComparer.Ordinal);
        titles = [.. named.Select(w => Weighed(w, often, texts.Count))];
        marks = [.. named.Select(w => w.Where(TitleWords.IsMark).ToHashSet())];
        foreach (var (at, title) in titles.Index())
        {
            foreach (var word in title.Keys)
            {
                (holding.TryGetValue(word, out var places) ? places : holding[word] = []).Add(at);
            }
        }
    }

    /// <summary>True where it has a title in this language.</summary>
    public bool Has(int one) => titles[one].Count > 0;

    public double Likeness(int one, int other)
    {
        var (a, b) = (titles[one], titles[other]);
        var shared = a.Sum(w => b.TryGetValue(w.Key, out var weight) ? w.Value * weight : 0);
        return marks[one].SetEquals(marks[other]) ? shared : shared * OtherMarks;
    }

    /// <summary>Pairs that share more than common words.</summary>
    public IEnumerable<(int One, int Other)> Near()
    {
        for (var one = 0; one < titles.Length; one++)
        {
            var shared = new Dictionary<int, double>();
            foreach (var (word, weight) in titles[one])
            {
                foreach (var other in holding[word].Where(o => o > one))
                {
                    shared[other] = shared.GetValueOrDefault(other) + (weight * titles[other][word]);
                }
            }

            foreach (var other in shared.Where(s => s.Value > LeastShared).Select(s => s.Key))
            {
                yield return (one, other);
            }
        }
    }

    private static Dictionary<string, double> Weighed(List<string> words, Dictionary<string, int> often, int count)
    {
        var weights = words.ToDictionary(w => w, w => Math.Log(1 + ((double)count / often[w])) * (w.Length <= ShortWord ? Short : 1));
        var length = Math.Sqrt(weights.Values.Sum(w => w * w));
        return weights.ToDictionary(w => w.Key, w => w.Value / length);
    }
}
