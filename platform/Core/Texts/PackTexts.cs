namespace Platform.Core.Texts;

/// <summary>What a pack's release, or the closure of an edition, says about texts. It never changes.</summary>
public sealed record PackTexts
{
    /// <summary>Nothing translated, formats of the source language, UTC.</summary>
    public static PackTexts Empty { get; } = new();

    /// <summary>The tag the pack's own texts are written in.</summary>
    public string SourceLanguage { get; init; } = "en";

    /// <summary>Translations; <c>msgctxt</c> is a text's address or absent.</summary>
    public TextCatalog Catalog { get; init; } = TextCatalog.Empty;

    /// <summary>Formats by tag, from <c>locales/{tag}/formats.yaml</c>.</summary>
    public IReadOnlyDictionary<string, FormatPatterns> Formats { get; init; } = new Dictionary<string, FormatPatterns>();

    /// <summary>The instance's zone.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>How far a text has come in a language or the shorter tags of it; in the source's own language it is as written.</summary>
    internal TextState State(string language, string? context, string id)
    {
        foreach (var tag in LanguageTag.Chain(language))
        {
            if (Catalog.Find(tag, context, id) is { } entry)
            {
                return entry.State;
            }

            if (tag.Equals(SourceLanguage, StringComparison.OrdinalIgnoreCase))
            {
                return TextState.Translated;
            }
        }

        return TextState.Missing;
    }

    /// <summary>
    /// A text in a language: by its address, else without one, in the language, then in its shorter tags; else as the source has it.
    /// </summary>
    public LocalText Get(string language, PackText text)
    {
        foreach (var tag in LanguageTag.Chain(language))
        {
            if ((Catalog.Find(tag, text.Address, text.Source) ?? Catalog.Find(tag, null, text.Source)) is { } entry)
            {
                return new(entry.Forms[0], tag, entry.State);
            }

            if (tag.Equals(SourceLanguage, StringComparison.OrdinalIgnoreCase))
            {
                return new(text.Source, SourceLanguage, TextState.Translated);
            }
        }

        return Pseudo.Of(language) is { } pseudo
            ? new(pseudo.Apply(text.Source), language, TextState.Translated)
            : new(text.Source, SourceLanguage, TextState.Missing);
    }
}
