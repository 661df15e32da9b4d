namespace Platform.Cli.Catalogue.Duplicates;

/// <summary>
/// Words that count as one: those with the same beginning (<c>register</c>, <c>registration</c>), slips of each other, and synonyms of the pack. Each word
/// joins the most frequent word that it is like, so that likeness does not wander from word to word.
/// </summary>
internal sealed class WordKinds
{
    private const int ShortestBeginning = 4, ShortestSlip = 5;
    private const double Beginning = 0.7;
    private readonly Dictionary<string, string> kinds = new(StringComparer.Ordinal);

    /// <param name="words">Every word of every title, as often as it stands there.</param>
    /// <param name="synonyms">Groups of words that mean the same, as they are compared.</param>
    public WordKinds(IEnumerable<string> words, IEnumerable<IReadOnlyList<string>> synonyms)
    {
        foreach (var group in synonyms)
        {
            foreach (var word in group.Skip(1))
            {
                kinds.TryAdd(word, group[0]);
            }
        }

        var known = new List<string>();
        foreach (var word in words.CountBy(w => w).OrderByDescending(w => w.Value).ThenBy(w => w.Key, StringComparer.Ordinal).Select(w => w.Key).Where(w => !kinds.ContainsKey(w)))
        {
            var like = TitleWords.IsMark(word) ? null : known.Find(k => IsLike(k, word));
            kinds[word] = like ?? word;
            if (like is null)
            {
                known.Add(word);
            }
        }
    }

    public string Of(string word)
    {
        var kind = kinds.GetValueOrDefault(word, word);
        return kind == word ? word : kinds.GetValueOrDefault(kind, kind);
    }

    private static bool IsLike(string known, string word)
    {
        var (shorter, longer) = known.Length < word.Length ? (known, word) : (word, known);
        var same = known.AsSpan().CommonPrefixLength(word);
        return (same >= ShortestBeginning && same >= Beginning * shorter.Length && longer.Length - same <= 6)
            || (shorter.Length >= ShortestSlip && longer.Length - shorter.Length <= 1 && same > 0 && IsSlip(known, word));
    }

    // One letter more, less, another, or two that changed places.
    private static bool IsSlip(string a, string b)
    {
        var begin = a.AsSpan().CommonPrefixLength(b);
        var (restA, restB) = (a[begin..], b[begin..]);
        return restA.Length == restB.Length
            ? restA[1..] == restB[1..] || (restA.Length > 1 && restA[0] == restB[1] && restA[1] == restB[0] && restA[2..] == restB[2..])
            : restA.Length > restB.Length ? restA[1..] == restB : restB[1..] == restA;
    }
}
