using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Platform.Core.Texts.Po;

namespace Platform.Core.Texts;

/// <summary>Every text that a person reads, in any language. One for the process; safe for all threads.</summary>
public sealed class Texts
{
    private readonly TextFolder folder;
    private readonly IReadOnlyList<TextCatalog> carried;
    private readonly string source;
    private volatile State state = new(PackTexts.Empty);

    /// <exception cref="PoException">A file of texts cannot be used.</exception>
    public Texts(IOptions<TextsOptions> options, IHostEnvironment environment, TimeProvider clock, ILogger<Texts> logger, IEnumerable<CarriedTexts> carried)
        : this(TextPlace.Find(options.Value.Folder, environment.ContentRootPath), options.Value, clock, logger, [.. carried.Select(c => c.Catalog)])
    {
    }

    internal Texts(string? path, TextsOptions options, TimeProvider clock, ILogger logger, params IReadOnlyList<TextCatalog> carried)
    {
        this.carried = carried;
        folder = new(path, options.Watch ? clock : null, logger);
        source = options.SourceLanguage;
    }

    /// <summary>The platform's own texts as they stand now.</summary>
    public TextCatalog Catalog => folder.Catalog;

    /// <summary>The active pack's texts.</summary>
    public PackTexts Pack => state.Pack;

    /// <summary>Puts another release's texts and formats in place, whole.</summary>
    public void Use(PackTexts pack) => state = new(pack);

    /// <summary>How this language writes dates, numbers, money and lists, by the active pack.</summary>
    /// <param name="language">Any BCP 47 tag.</param>
    public Formats Formats(string language)
    {
        var current = state;
        return current.Formats.TryGetValue(language, out var known) ? known : Make(language, current);
    }

    /// <summary>A text with its arguments in the language's formats.</summary>
    /// <param name="id">The English wording, as in the code.</param>
    public string Get(string language, string id, params object?[] args) => Formats(language).Fill(Find(language, id).Value, id, args);

    /// <summary>A text that means different things in different places.</summary>
    /// <param name="context">Tells them apart; the <c>msgctxt</c>.</param>
    public string Context(string language, string context, string id, params object?[] args) =>
        Formats(language).Fill(Find(language, id, context).Value, id, args);

    /// <summary>A text that depends on a number.</summary>
    /// <param name="n">Chooses the form, and stands as <c>{0}</c> before <paramref name="args"/>.</param>
    public string Plural(string language, long n, string singular, string plural, params object?[] args)
    {
        var fallback = n is 1 or -1 ? singular : plural;
        return Formats(language).Fill(Find(language, singular, null, n, fallback).Value, fallback, [n, .. args]);
    }

    /// <summary>A text of the active pack.</summary>
    public LocalText Get(string language, PackText text) => state.Pack.Get(language, text);

    /// <summary>Looks a text up, and says in which language and how well it was found.</summary>
    public LocalText Find(string language, string id, string? context = null) => Find(language, id, context, null, id);

    // Apart from its caller, which would otherwise allocate a closure on every look-up.
    private Formats Make(string language, State current) => current.Formats.GetOrAdd(language, tag => new(this, tag, current.Pack));

    // What the platform says is looked up to be shown; texts of the pack are searched and compared too.
    private LocalText Find(string language, string id, string? context, long? n, string fallback) => ShownTexts.Shown(Look(language, id, context, n, fallback));

    private LocalText Look(string language, string id, string? context, long? n, string fallback)
    {
        var catalog = folder.Catalog;
        foreach (var tag in state.Chain(language))
        {
            if ((catalog.Find(tag, context, id) ?? Carried(tag, context, id)) is { } entry)
            {
                return new(n is { } number ? entry.For(number) : entry.Forms[0], tag, entry.State);
            }

            if (tag.Equals(source, StringComparison.OrdinalIgnoreCase))
            {
                return new(fallback, source, TextState.Translated);
            }
        }

        return Pseudo.Of(language) is { } pseudo
            ? new(pseudo.Apply(fallback), language, TextState.Translated)
            : new(fallback, source, TextState.Missing);
    }

    private TextEntry? Carried(string tag, string? context, string id)
    {
        foreach (var catalog in carried)
        {
            if (catalog.Find(tag, context, id) is { } entry)
            {
                return entry;
            }
        }

        return null;
    }

    private sealed class State(PackTexts pack)
    {
        private readonly ConcurrentDictionary<string, string[]> chains = new(StringComparer.OrdinalIgnoreCase);

        public PackTexts Pack { get; } = pack;

        public ConcurrentDictionary<string, Formats> Formats { get; } = new(StringComparer.OrdinalIgnoreCase);

        public string[] Chain(string language) =>
            chains.TryGetValue(language, out var known) ? known : chains.GetOrAdd(language, tag => [.. LanguageTag.Chain(tag)]);
    }
}
