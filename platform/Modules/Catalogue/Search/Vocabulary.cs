using System.Runtime.InteropServices;

namespace Platform.Modules.Catalogue.Search;

/// <summary>All words of all services: finds a word, the words that begin with it, and those that it may be a slip of.</summary>
internal sealed class Vocabulary
{
    private const int KeyLength = 8;
    private const int FirstsShift = 48;
    private const int ShortestHalf = 3;

    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> byWord;
    private readonly string[] sorted;
    private readonly int[] sortedIds;
    private readonly ulong[] slipKeys;
    private readonly int[] slipIds;

    // Where the keys begin that have these first 16 bits; keys are as good as random.
    private readonly int[] firsts = new int[1 << (64 - FirstsShift)];

    /// <param name="words">Each once; the place of a word is its id.</param>
    public Vocabulary(IReadOnlyList<string> words)
    {
        Words = words;
        byWord = words.Index().ToDictionary(w => w.Item, w => w.Index, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        sortedIds = [.. Enumerable.Range(0, words.Count).OrderBy(id => words[id], StringComparer.Ordinal)];
        sorted = [.. sortedIds.Select(id => words[id])];
        (slipKeys, slipIds) = SlipsOf(words);
        for (int first = 0, i = 0; first < firsts.Length; first++)
        {
            while (i < slipKeys.Length && slipKeys[i] >> FirstsShift < (ulong)first)
            {
                i++;
            }

            firsts[first] = i;
        }
    }

    public IReadOnlyList<string> Words { get; }

    public int? Find(ReadOnlySpan<char> word) => byWord.TryGetValue(word, out var id) ? id : null;

    /// <summary>The ids of words that begin with this, the word itself not among them.</summary>
    public IEnumerable<int> BeginningWith(string start)
    {
        var at = Array.BinarySearch(sorted, start, StringComparer.Ordinal);
        for (var i = at < 0 ? ~at : at + 1; i < sorted.Length && sorted[i].StartsWith(start, StringComparison.Ordinal); i++)
        {
            yield return sortedIds[i];
        }
    }

    /// <summary>Two words that were written together, where this is neither a word, nor the beginning of one, nor a slip of one.</summary>
    public (string First, string Second)? Apart(string typed)
    {
        if (typed.Length < 2 * ShortestHalf || Find(typed) is not null || BeginningWith(typed).Any())
        {
            return null;
        }

        // The more even the halves, the likelier that both are meant.
        var at = Enumerable.Range(ShortestHalf, typed.Length - (2 * ShortestHalf) + 1)
            .Where(i => Find(typed.AsSpan(..i)) is not null && Find(typed.AsSpan(i..)) is not null)
            .OrderBy(i => Math.Abs(typed.Length - (2 * i))).FirstOrDefault();
        return at == 0 || Near(typed).Count > 0 ? null : (typed[..at], typed[at..]);
    }

    /// <summary>The words that this may be a slip of, with the number of slips.</summary>
    public IReadOnlyList<(int Id, int Slips)> Near(string typed)
    {
        var allowed = Misspelling.Allowed(typed.Length);
        if (allowed == 0)
        {
            return [];
        }

        // Two words are near where, some letters left out, the beginnings of both are the same.
        var found = new List<int>(64);
        Shortened(typed, key =>
        {
            for (var i = firsts[key >> FirstsShift]; i < slipKeys.Length && slipKeys[i] <= key; i++)
            {
                if (slipKeys[i] == key)
                {
                    found.Add(slipIds[i]);
                }
            }
        });
        found.Sort();
        return Slips(typed, found, allowed);
    }

    private List<(int Id, int Slips)> Slips(string typed, List<int> ids, int allowed)
    {
        var near = new List<(int, int)>();
        var last = -1;
        foreach (var id in ids)
        {
            if (id != last && Misspelling.Count(typed, Words[id], allowed) is > 0 and var slips && slips <= allowed)
            {
                near.Add((id, slips));
            }

            last = id;
        }

        return near;
    }

    // Counted first: lists that grow to some hundred thousand leave holes in memory that nothing else fits into.
    private static (ulong[] Keys, int[] Ids) SlipsOf(IReadOnlyList<string> words)
    {
        var count = 0;
        foreach (var word in words)
        {
            Shortened(word, _ => count++);
        }

        var (keys, ids) = (new ulong[count], new int[count]);
        var next = 0;
        foreach (var (id, word) in words.Index())
        {
            Shortened(word, key =>
            {
                keys[next] = key;
                ids[next] = id;
                next++;
            });
        }

        Array.Sort(keys, ids);
        return (keys, ids);
    }

    // Keys of the beginning, whole and with as many letters left out as there may be slips.
    private static void Shortened(string word, Action<ulong> add)
    {
        Span<char> start = stackalloc char[KeyLength];
        var length = Math.Min(word.Length, KeyLength);
        word.AsSpan(0, length).CopyTo(start);
        Shorten(start[..length], Misspelling.Allowed(word.Length), 0, add);
    }

    private static void Shorten(ReadOnlySpan<char> start, int more, int from, Action<ulong> add)
    {
        add(Key(start));
        if (more == 0 || start.Length < 2)
        {
            return;
        }

        Span<char> shorter = stackalloc char[start.Length - 1];
        for (var i = from; i < start.Length; i++)
        {
            start[..i].CopyTo(shorter);
            start[(i + 1)..].CopyTo(shorter[i..]);
            Shorten(shorter, more - 1, i, add);
        }
    }

    // FNV-1a; a collision costs one comparison more.
    private static ulong Key(ReadOnlySpan<char> text)
    {
        var key = 14695981039346656037UL;
        foreach (var b in MemoryMarshal.AsBytes(text))
        {
            key = (key ^ b) * 1099511628211UL;
        }

        return key;
    }
}
