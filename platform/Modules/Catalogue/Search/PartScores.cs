namespace Platform.Modules.Catalogue.Search;

/// <summary>How well each service answers one part of a query.</summary>
/// <param name="ByService">0 where the part does not occur.</param>
/// <param name="IsWritten">The part stands somewhere as it was typed, or begins a word: nothing had to be guessed.</param>
internal sealed record PartScores(float[] ByService, bool IsWritten)
{
    private const float OwnLanguage = 1.25f;
    private const int LongEnoughToStem = 7;

    /// <summary>What the part tells one service from others by: the fewer have it, the more.</summary>
    public float Rarity { get; } = MathF.Log(1 + (ByService.Length / (1f + ByService.Length - ByService.AsSpan().Count(0f))));

    public bool IsFound => ByService.AsSpan().ContainsAnyExcept(0);

    /// <param name="language">The number of the page's language; its texts count a little more.</param>
    public static PartScores Of(SearchIndex index, QueryPart part, int language) => part.IsRun ? OfRun(index, part, language) : OfWord(index, part, language);

    private static PartScores OfWord(SearchIndex index, QueryPart part, int language)
    {
        var scores = new float[index.Services.Length];
        var written = false;
        foreach (var (word, quality) in Meant(index.Vocabulary, part.Text))
        {
            written |= quality >= Quality.Beginning;
            foreach (var posting in index.Words[word])
            {
                scores[posting.Service] = Math.Max(scores[posting.Service], posting.Weight * quality * (posting.Language == language ? OwnLanguage : 1));
            }
        }

        return new(scores, written);
    }

    private static IEnumerable<(int Word, float Quality)> Meant(Vocabulary vocabulary, string typed)
    {
        if (vocabulary.Find(typed) is { } same)
        {
            yield return (same, 1);
        }

        if (typed.Length > 1)
        {
            foreach (var longer in vocabulary.BeginningWith(typed))
            {
                yield return (longer, Quality.Beginning + (Quality.Ending - Quality.Beginning) * typed.Length / vocabulary.Words[longer].Length);
            }
        }

        // Plurals and other endings: the word without up to three of its last letters.
        for (var ending = 1; ending <= 3 && typed.Length - ending >= 4; ending++)
        {
            if (vocabulary.Find(typed.AsSpan(..^ending)) is { } shorter)
            {
                yield return (shorter, Quality.Ending - ((ending - 1) * Quality.LetterLess));
            }
        }

        // Words of one stem: register, registration.
        if (typed.Length >= LongEnoughToStem)
        {
            foreach (var akin in vocabulary.BeginningWith(typed[..^2]))
            {
                yield return (akin, Quality.Stem);
            }
        }

        foreach (var (near, slips) in vocabulary.Near(typed))
        {
            yield return (near, Quality.Slip / slips);
        }
    }

    // A run is found where most of its pairs are, or many in a row: somebody wrote more around a name. Where it stands as it is, all of them are.
    private static PartScores OfRun(SearchIndex index, QueryPart run, int language)
    {
        var languages = index.Languages.Count;
        var found = new float[index.Services.Length * languages];
        var weights = new float[found.Length];
        var rows = new Row[found.Length];
        var total = 0f;
        foreach (var (at, pair) in Unspaced.Pairs(run.Text).Distinct().Index())
        {
            var postings = index.Pairs.GetValueOrDefault(pair, []);
            var rarity = MathF.Log(1 + (index.Services.Length / (1f + postings.Length)));
            total += rarity;
            foreach (var posting in postings)
            {
                var place = (posting.Service * languages) + posting.Language;
                found[place] += rarity;
                weights[place] += rarity * posting.Weight;
                rows[place] = rows[place].With(at);
            }
        }

        var scores = new float[index.Services.Length];
        var written = false;
        for (var place = 0; place < found.Length; place++)
        {
            var share = total == 0 ? 0 : found[place] / total;
            if (share < Quality.LeastOfRun && rows[place].Longest < Quality.LeastRow)
            {
                continue;
            }

            var (service, own) = (place / languages, place % languages == language ? OwnLanguage : 1);
            var stands = index.Titles[service][place % languages].Folded.Contains(run.Text, StringComparison.Ordinal);
            written |= share == 1;
            scores[service] = Math.Max(scores[service], weights[place] / found[place] * (stands ? 1 : Quality.Slip * share * share) * own);
        }

        return new(scores, written);
    }

    /// <summary>Pairs that follow each other.</summary>
    private readonly record struct Row(int Last, int Length, int Longest)
    {
        public Row With(int at)
        {
            var length = at == Last + 1 ? Length + 1 : 1;
            return new(at, length, Math.Max(Longest, length));
        }
    }
}

/// <summary>How much a word counts that is not quite the one that was typed.</summary>
internal static class Quality
{
    /// <summary>It begins as typed; more, up to <see cref="Ending"/>, the less is missing.</summary>
    public const float Beginning = 0.6f;

    /// <summary>Another ending by one letter.</summary>
    public const float Ending = 0.85f;

    /// <summary>What each further letter of an ending takes away.</summary>
    public const float LetterLess = 0.2f;

    /// <summary>The same beginning and another end.</summary>
    public const float Stem = 0.5f;

    /// <summary>One slip; two count half of it.</summary>
    public const float Slip = 0.55f;

    /// <summary>A synonym of the pack.</summary>
    public const float Synonym = 0.8f;

    /// <summary>Written in another script.</summary>
    public const float OtherScript = 0.7f;

    /// <summary>The share of a run's pairs that must be there.</summary>
    public const float LeastOfRun = 0.6f;

    /// <summary>Pairs of a run in a row that tell enough where the others are missing.</summary>
    public const int LeastRow = 5;
}
