using Platform.Core.Packs;
using Platform.Core.Texts;

namespace Platform.Modules.Catalogue.Search;

/// <summary>Reads the services of a release into an index.</summary>
internal sealed class SearchIndexBuilder(Pack pack, Texts texts)
{
    // A title says what a service is; keywords and summary what it is about; the body mentions much.
    private const float TitleWeight = 10, KeywordsWeight = 7, SummaryWeight = 3, BodyWeight = 1;

    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
    private readonly List<string> spelling = [];
    private readonly List<Dictionary<(ushort, byte), float>> words = [];
    private readonly Dictionary<int, Dictionary<(ushort, byte), float>> pairs = [];

    public SearchIndex Build(long release)
    {
        var services = pack.Services.All.OrderBy(s => s.Id, StringComparer.Ordinal).ToArray();
        var titles = services.Select((service, s) => pack.Languages.Select((language, l) => Add(service, language, (ushort)s, (byte)l)).ToArray()).ToArray();
        return new()
        {
            Release = release,
            Services = services,
            Languages = pack.Languages,
            Vocabulary = new([.. ids.OrderBy(w => w.Value).Select(w => w.Key)]),
            Words = [.. words.Select(Postings)],
            Pairs = pairs.ToDictionary(p => p.Key, p => Postings(p.Value)),
            Titles = titles,
            Letters = [.. titles.Select(s => s.Aggregate(0UL, (letters, title) => letters | FoldedTitle.LettersOf(title.Folded)))],
            HasLatin = titles.Any(s => s.Any(t => t.IsLatin)),
            HasOtherScripts = titles.Any(s => s.Any(t => !t.IsLatin)),
            Spelling = [.. spelling],
            Synonyms = new(pack.Synonyms.Values.SelectMany(groups => groups)),
        };
    }

    private FoldedTitle Add(ServiceDefinition service, string language, ushort number, byte languageNumber)
    {
        string Wording(PackText? text) => text is { } written ? texts.Get(language, written).Value : "";
        var (title, keywords) = (Wording(service.Title), Wording(service.Keywords));
        var place = (number, languageNumber);
        Add(title, TitleWeight / (1 + 0.08f * Math.Max(0, FoldedWords.Split(title).Length - 1)), place);
        Add(keywords, KeywordsWeight, place);
        Add(Wording(service.Summary), SummaryWeight, place);
        foreach (var text in new[] { service.Description, service.Eligibility, service.Result, pack.Organizations.Find(service.Organization)?.Name }.Concat(service.WhatYouNeed.Select(n => (PackText?)n.Title)))
        {
            Add(Wording(text), BodyWeight, place);
        }

        var folded = FoldedWords.Fold(title);
        return new(Unspaced.Bare(folded), $"{Skeleton.Of(folded)} {Skeleton.Of(FoldedWords.Fold(keywords))}", Skeleton.IsLatin(folded));
    }

    private void Add(string text, float weight, (ushort, byte) place)
    {
        foreach (var written in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var part in QueryPart.Split(written))
            {
                if (part.IsRun)
                {
                    foreach (var pair in Unspaced.Pairs(part.Text))
                    {
                        Keep(pairs.TryGetValue(pair, out var known) ? known : pairs[pair] = [], weight, place);
                    }
                }
                else
                {
                    Keep(words[IdOf(part.Text, written)], weight, place);
                }
            }
        }
    }

    private int IdOf(string word, string written)
    {
        if (!ids.TryGetValue(word, out var id))
        {
            ids[word] = id = words.Count;
            words.Add([]);
            var bare = written.Trim([.. written.Where(c => !char.IsLetterOrDigit(c))]).ToLowerInvariant();
            spelling.Add(FoldedWords.Fold(bare) == word ? bare : word);
        }

        return id;
    }

    private static void Keep(Dictionary<(ushort, byte), float> postings, float weight, (ushort, byte) place) =>
        postings[place] = Math.Max(weight, postings.GetValueOrDefault(place));

    private static Posting[] Postings(Dictionary<(ushort Service, byte Language), float> postings) =>
        [.. postings.Select(p => new Posting(p.Key.Service, p.Key.Language, p.Value)).OrderBy(p => p.Service).ThenBy(p => p.Language)];
}
