using Platform.Core.Packs;
using Platform.Core.Texts;

namespace Platform.Modules.Catalogue.Cpsv;

/// <summary>Texts in every language of the pack.</summary>
internal sealed class CpsvTexts(Pack pack, Texts texts)
{
    public CpsvText Of(PackText text) => By(l => texts.Get(l, text));

    public CpsvText? OfAny(PackText? text) => text is { } said ? Of(said) : null;

    /// <summary>Said of costs and laws that are not those of the land.</summary>
    public CpsvText? NoteOf(bool example) => example ? By(l => texts.Find(l, "Example, not the law")) : null;

    /// <summary>One by one, without the commas that stand between them in the pack.</summary>
    public IReadOnlyDictionary<string, string[]>? Words(PackText? text) =>
        OfAny(text)?.ToDictionary(t => t.Key, t => t.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private CpsvText By(Func<string, LocalText> find)
    {
        var said = new CpsvText();
        foreach (var found in pack.Languages.Select(find))
        {
            said.TryAdd(found.Language, found.Value);
        }

        return said;
    }
}
