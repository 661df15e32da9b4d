using System.Buffers;

namespace Platform.Cli.Releases.Screening;

/// <summary>Looks for what gives other packs away: all their words in one pass, then what has a form.</summary>
internal sealed class Traces
{
    private const int LongInflected = 6;

    private readonly Dictionary<string, (StrangerPack Pack, LeakKind Kind)> words = new(StringComparer.OrdinalIgnoreCase);
    private readonly SearchValues<string> any;
    private readonly IReadOnlyList<StrangerPack> strangers;

    public Traces(IReadOnlyList<StrangerPack> strangers)
    {
        this.strangers = strangers;
        foreach (var (pack, word, kind) in strangers.SelectMany(s => s.Words.Select(w => (s, w.Key, w.Value))))
        {
            words.TryAdd(word, (pack, kind));
        }

        any = SearchValues.Create([.. words.Keys], StringComparison.OrdinalIgnoreCase);
    }

    public IEnumerable<Finding> In(Passage passage) => ByName(passage).Concat(ByWord(passage)).Concat(passage.Compiled ? [] : ByForm(passage)).DistinctBy(f => (f.Kind, f.What));

    /// <summary>Whether there is any in a text.</summary>
    public bool AnyIn(string text) => In(new("", 0, text.Normalize())).Any();

    private IEnumerable<Finding> ByName(Passage passage) => strangers.SelectMany(s => s.Name.In(passage.Text).Select(found => new Finding(LeakKind.Name, passage.File, passage.Line, found, s.Pack)));

    private List<Finding> ByWord(Passage passage)
    {
        var found = new List<Finding>();
        var text = passage.Text;
        for (var from = 0; from < text.Length && text.AsSpan(from).IndexOfAny(any) is >= 0 and var at; from += at + 1)
        {
            if (WordAt(text, from + at) is { } word)
            {
                found.Add(new(words[word].Kind, passage.File, passage.Line, text.Substring(from + at, word.Length), words[word].Pack.Pack));
            }
        }

        return found;
    }

    private IEnumerable<Finding> ByForm(Passage passage) => strangers.SelectMany(s => s.Forms.SelectMany(f => f.In(passage.Text)
        .Select(found => new Finding(f.Kind, passage.File, passage.Line, found, s.Pack))));

    private string? WordAt(string text, int at) =>
        at > 0 && IsWord(text[at - 1]) && IsWord(text[at]) ? null : words.Keys.FirstOrDefault(word => string.Compare(text, at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0 && EndsWell(text, at + word.Length, word));

    // In many languages a name takes endings; a long one is still itself.
    private static bool EndsWell(string text, int end, string word) =>
        end >= text.Length || !IsWord(text[end]) || !IsWord(word[^1]) || (text[end] == 's' && (end + 1 == text.Length || !IsWord(text[end + 1]))) || (word.Length >= LongInflected && char.IsLetter(text[end]) && !char.IsAscii(word[^1]));

    private static bool IsWord(char c) => char.IsLetterOrDigit(c);
}
