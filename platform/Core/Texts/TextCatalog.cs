using System.Collections.Frozen;
using Platform.Core.Texts.Po;

namespace Platform.Core.Texts;

/// <summary>What a translation is found by, within a language.</summary>
/// <param name="Context">The <c>msgctxt</c>, or null.</param>
/// <param name="Id">The source wording; of a plural, the singular.</param>
public readonly record struct TextKey(string? Context, string Id);

/// <summary>A translation.</summary>
/// <param name="Forms">One wording, or one for each plural form of the language.</param>
/// <param name="State">How far it has come; never missing here.</param>
/// <param name="Review">Who read it and when, where somebody did.</param>
public sealed record TextEntry(IReadOnlyList<string> Forms, PluralRule Rule, TextState State, TextReview? Review)
{
    /// <summary>The wording for a number; the singular one where the entry has no plural.</summary>
    public string For(long n) => Forms[Math.Min(Rule.FormOf(n), Forms.Count - 1)];
}

/// <summary>All translations by language, context and id. It never changes; a new one replaces it.</summary>
public sealed class TextCatalog
{
    private readonly FrozenDictionary<string, FrozenDictionary<TextKey, TextEntry>> byLanguage;

    private TextCatalog(Dictionary<string, Dictionary<TextKey, TextEntry>> languages) =>
        byLanguage = languages.ToFrozenDictionary(l => l.Key, l => l.Value.ToFrozenDictionary(), StringComparer.OrdinalIgnoreCase);

    public static TextCatalog Empty { get; } = From([]);

    /// <summary>The languages that have at least one file.</summary>
    public IReadOnlyList<string> Languages => byLanguage.Keys;

    /// <summary>Files add up; where two translate the same text the later one wins, unless it leaves it empty.</summary>
    public static TextCatalog From(IEnumerable<(string Language, PoFile File)> files)
    {
        var languages = new Dictionary<string, Dictionary<TextKey, TextEntry>>(StringComparer.OrdinalIgnoreCase);
        foreach (var (language, file) in files)
        {
            var entries = languages.TryGetValue(language, out var known) ? known : languages[language] = [];
            foreach (var entry in file.Translations)
            {
                entries[new(entry.Context, entry.Id)] = new(entry.Strings, file.Rule, entry.State, entry.Review);
            }
        }

        return new(languages);
    }

    /// <summary>The translation in exactly this language, or null.</summary>
    public TextEntry? Find(string language, string? context, string id) =>
        byLanguage.TryGetValue(language, out var entries) && entries.TryGetValue(new(context, id), out var entry) ? entry : null;

    /// <summary>Everything there is in exactly this language.</summary>
    public IReadOnlyDictionary<TextKey, TextEntry> In(string language) =>
        byLanguage.GetValueOrDefault(language) ?? FrozenDictionary<TextKey, TextEntry>.Empty;
}
