namespace Platform.Modules.Catalogue.Search;

/// <summary>The pack's groups of words and phrases that mean the same in a search.</summary>
internal sealed class Synonyms
{
    private const int ShortestInRun = 3;

    private readonly Dictionary<string, List<IReadOnlyList<QueryPart>>> byPhrase = new(StringComparer.Ordinal);
    private readonly HashSet<string> firsts = new(StringComparer.Ordinal);
    private readonly List<string> runs = [];

    public Synonyms(IEnumerable<IReadOnlyList<string>> groups)
    {
        foreach (var group in groups)
        {
            var phrases = group.Select(QueryPart.Split).Where(p => p.Count > 0).ToList();
            foreach (var phrase in phrases)
            {
                var key = Key(phrase);
                (byPhrase.TryGetValue(key, out var known) ? known : byPhrase[key] = []).AddRange(phrases.Where(p => Key(p) != key));
                firsts.Add(phrase[0].Text);
                MostWords = Math.Max(MostWords, phrase.Count);
                if (phrase is [{ IsRun: true } run] && run.Text.Length >= ShortestInRun)
                {
                    runs.Add(run.Text);
                }
            }
        }
    }

    public int MostWords { get; private set; } = 1;

    /// <summary>Whether a phrase begins with this part.</summary>
    public bool BeginWith(QueryPart part) => firsts.Contains(part.Text);

    /// <summary>Other phrases for exactly these parts.</summary>
    public IReadOnlyList<IReadOnlyList<QueryPart>> For(IReadOnlyList<QueryPart> phrase) => byPhrase.TryGetValue(Key(phrase), out var others) ? others : [];

    /// <summary>Other phrases for what a run without spaces holds somewhere.</summary>
    public IEnumerable<IReadOnlyList<QueryPart>> Inside(QueryPart run) =>
        runs.Where(r => r != run.Text && run.Text.Contains(r, StringComparison.Ordinal)).Distinct().SelectMany(r => byPhrase[r]);

    private static string Key(IEnumerable<QueryPart> phrase) => string.Join(' ', phrase.Select(p => p.Text));
}
