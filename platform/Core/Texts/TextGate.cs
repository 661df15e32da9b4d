using Platform.Core.Packs;
using Platform.Core.Texts.Po;

namespace Platform.Core.Texts;

/// <summary>A public text without a wording.</summary>
/// <param name="Place">A file in which it stands.</param>
public sealed record MissingText(string? Context, string Id, string Place);

/// <summary>How far the public texts of a pack have come in one of its languages.</summary>
/// <param name="Texts">How many there are.</param>
public sealed record LanguageTexts(string Language, int Texts, int Reviewed, int Translated, int Drafts, IReadOnlyList<MissingText> Missing);

/// <summary>
/// Whether a pack may be released: every public text has a wording, be it a draft, in every language that the pack names. Public is
/// what stands in the pack, and what the interface says anywhere but on pages of officials and of development alone.
/// </summary>
/// <param name="Languages">In the order of the pack.</param>
public sealed record TextGate(IReadOnlyList<LanguageTexts> Languages)
{
    private static readonly string[] NotPublic = ["Desk", "Operator", "Dev"];

    public bool IsOpen => Languages.All(language => language.Missing.Count == 0);

    /// <summary>How many wordings somebody has read and signed, in all languages but the source.</summary>
    public int Reviewed => Languages.Sum(language => language.Reviewed);

    /// <summary>Asks for the texts of a pack and of those modules that it has.</summary>
    /// <param name="locales">The platform's folder of texts, with templates.</param>
    /// <exception cref="PoException">A file of texts cannot be used.</exception>
    /// <exception cref="IOException">There is no such folder.</exception>
    public static TextGate Of(Pack pack, string locales)
    {
        var templates = TextTemplate.Load(locales).Where(t => IsPartOf(pack, t.Name)).ToList();
        var said = TextCatalog.From(
            from language in pack.Languages.SelectMany(LanguageTag.Chain).Distinct(StringComparer.OrdinalIgnoreCase)
            from template in templates
            let path = Path.Combine(locales, language, $"{template.Name}.po")
            where File.Exists(path)
            select (language, PoFile.Load(path)));
        var source = new TextsOptions().SourceLanguage;
        var ours = new PackTexts { Catalog = said, SourceLanguage = source };
        return new([.. pack.Languages.Select(language => Of(language, [.. Interface(language, templates, ours), .. Own(language, pack)]))]);
    }

    private static LanguageTexts Of(string language, List<(TextState State, MissingText Text)> texts) => new(
        language,
        texts.Count,
        texts.Count(t => t.State == TextState.Reviewed),
        texts.Count(t => t.State == TextState.Translated),
        texts.Count(t => t.State == TextState.Draft),
        [.. texts.Where(t => t.State == TextState.Missing).Select(t => t.Text)]);

    private static bool IsPartOf(Pack pack, string template) => TextTemplate.IsAlwaysThere(template) || pack.Has(template);

    private static IEnumerable<(TextState State, MissingText Text)> Interface(string language, IEnumerable<TextTemplate> templates, PackTexts said) =>
        from template in templates
        from entry in template.File.Entries
        where !entry.IsHeader && entry.References.FirstOrDefault(IsPublic) is not null
        select (said.State(language, entry.Context, entry.Id), new MissingText(entry.Context, entry.Id, entry.References.First(IsPublic)));

    private static IEnumerable<(TextState State, MissingText Text)> Own(string language, Pack pack) =>
        pack.Sentences.Concat(pack.TemplateSentences)
            .Select(s => (pack.Texts.Get(language, s.Text).State, new MissingText(s.Text.Address, s.Text.Source, $"{s.Source.Layer}/{s.Source.File}")));

    private static bool IsPublic(string place) => !place.Split('/').Intersect(NotPublic).Any();
}
