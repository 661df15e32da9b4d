namespace Platform.Core.Texts.Po;

/// <summary>Brings translations up to a newer template.</summary>
public static class PoUpdate
{
    /// <summary>
    /// The template's texts in its order, with what is translated already; new texts are empty. Translations of texts that are
    /// gone stay at the end, marked obsolete, and come back with their text. The header stays as it is.
    /// </summary>
    public static PoFile To(this PoFile translations, PoFile template)
    {
        var known = translations.Entries.Where(e => !e.IsHeader).GroupBy(Key).ToDictionary(same => same.Key, same => same.MinBy(e => e.Obsolete)!);
        var header = translations.Entries.FirstOrDefault(e => e.IsHeader) ?? template.Entries.First(e => e.IsHeader);
        var current = template.Entries.Where(e => !e.IsHeader).Select(e => Joined(e, known.GetValueOrDefault(Key(e)), translations.Rule.Forms)).ToList();
        var gone = known.Values.Where(e => !e.IsEmpty).ExceptBy(current.Select(Key), Key).Select(e => e with { Obsolete = true, References = [] });
        return new([header, .. current, .. gone]);
    }

    private static (string? Context, string Id) Key(PoEntry entry) => (entry.Context, entry.Id);

    private static PoEntry Joined(PoEntry asked, PoEntry? known, int forms)
    {
        var count = asked.PluralId is null ? 1 : forms;
        return known is null
            ? asked with { Strings = [.. Enumerable.Repeat("", count)] }
            : asked with { Comments = known.Comments, Flags = known.Flags, Previous = known.Previous, Strings = Fitted(known.Strings, count) };
    }

    // A text that was given a plural form keeps its wording as each of them, for the translator to tell apart.
    private static List<string> Fitted(IReadOnlyList<string> strings, int count) =>
        [.. Enumerable.Range(0, count).Select(form => strings[Math.Min(form, strings.Count - 1)])];
}
