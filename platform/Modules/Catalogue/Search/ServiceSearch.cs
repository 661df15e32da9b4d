using Platform.Core.Packs;
using Platform.Core.Texts;

namespace Platform.Modules.Catalogue.Search;

/// <summary>
/// Finds services by words, in every language of the pack at once. A word counts most in the title, less in keywords, least in the summary;
/// all words of the query must occur. Words need not be whole, because some scripts write without spaces.
/// </summary>
public sealed class ServiceSearch(ActivePack active, Texts texts)
{
    private volatile Index? index;

    /// <returns>The services found, the best first.</returns>
    public IReadOnlyList<ServiceDefinition> Find(string query, string language)
    {
        var release = active.Current;
        var words = FoldedWords.Split(query);
        if (words.Length == 0)
        {
            return [];
        }

        var current = index is { } known && known.Release == release.Number ? known : index = Build(release);
        return [.. current.Entries
            .Select(e => (e.Service, Score: e.Score(words, current.Synonyms, language)))
            .Where(e => e.Score > 0).OrderByDescending(e => e.Score).ThenBy(e => e.Service.Id, StringComparer.Ordinal)
            .Select(e => e.Service)];
    }

    private Index Build(ActiveRelease release) => new(
        release.Number,
        [.. release.Pack.Services.All.Select(s => new Entry(s, [.. release.Pack.Languages.Select(l => Fields(s, l))]))],
        SynonymsOf(release.Pack));

    private LanguageFields Fields(ServiceDefinition service, string language)
    {
        string Folded(PackText? text) => text is { } written ? FoldedWords.Fold(texts.Get(language, written).Value) : "";
        return new(language, Folded(service.Title), Folded(service.Keywords), Folded(service.Summary));
    }

    // By folded word: all words of its group.
    private static Dictionary<string, IReadOnlyList<string>> SynonymsOf(Pack pack)
    {
        var synonyms = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var group in pack.Synonyms.Values.SelectMany(groups => groups).Select(group => group.Select(FoldedWords.Fold).ToList()))
        {
            group.ForEach(word => synonyms[word] = group);
        }

        return synonyms;
    }

    private sealed record Index(long Release, IReadOnlyList<Entry> Entries, IReadOnlyDictionary<string, IReadOnlyList<string>> Synonyms);

    private sealed record Entry(ServiceDefinition Service, IReadOnlyList<LanguageFields> Languages)
    {
        public int Score(string[] words, IReadOnlyDictionary<string, IReadOnlyList<string>> synonyms, string language) =>
            Languages.Max(fields => Score(fields, words, synonyms) * (fields.Language == language ? 2 : 1));

        private static int Score(LanguageFields fields, string[] words, IReadOnlyDictionary<string, IReadOnlyList<string>> synonyms)
        {
            var total = 0;
            foreach (var word in words)
            {
                var best = synonyms.GetValueOrDefault(word, [word]).Max(w => fields.Weight(w));
                if (best == 0)
                {
                    return 0;
                }

                total += best;
            }

            return total;
        }
    }

    private sealed record LanguageFields(string Language, string Title, string Keywords, string Summary)
    {
        public int Weight(string word) =>
            Title.Contains(word, StringComparison.Ordinal) ? 8
            : Keywords.Contains(word, StringComparison.Ordinal) ? 4
            : Summary.Contains(word, StringComparison.Ordinal) ? 2
            : 0;
    }
}
