namespace Platform.Core.Texts.Po;

/// <summary>Brings translations up to a newer template, entry by entry as GNU gettext's <c>msgmerge --previous</c> does.</summary>
public static class PoUpdate
{
    /// <summary>
    /// The template's texts in its order, with what is translated already. A new text is empty, or begins with the wording of the most
    /// similar one, marked <c>fuzzy</c>. Translations of texts that are gone stay at the end, marked obsolete, and come back with their
    /// text. What the header says of the template (<c>POT-Creation-Date</c>) is taken over, all else in it stays.
    /// </summary>
    /// <param name="similar">False leaves new texts empty, as <c>--no-fuzzy-matching</c>.</param>
    public static PoFile To(this PoFile translations, PoFile template, bool similar = true)
    {
        var written = translations.Entries.Where(e => !e.IsHeader).ToList();
        var known = written.GroupBy(Key).ToDictionary(same => same.Key, same => same.MinBy(e => e.Obsolete)!);
        var search = similar ? new PoSimilar([.. known.Values]) : null;
        var (used, current) = (new HashSet<PoEntry>(ReferenceEqualityComparer.Instance), new List<PoEntry>());
        foreach (var asked in template.Entries.Where(e => e is { IsHeader: false, Obsolete: false }))
        {
            var exact = known.GetValueOrDefault(Key(asked));
            var found = exact ?? search?.Find(asked);
            current.Add(found is null ? Empty(asked, translations.Rule.Forms) : Joined(asked, found, guessed: exact is null, translations.Rule.Forms));
            used.Add(found ?? asked);
        }

        var gone = known.Values.Where(e => !e.IsEmpty && !used.Contains(e)).Select(e => e with { Obsolete = true, References = [], Extracted = [] });
        return new([Header(translations, template), .. current, .. gone]);
    }

    private static (string? Context, string Id) Key(PoEntry entry) => (entry.Context, entry.Id);

    private static PoEntry Header(PoFile translations, PoFile template)
    {
        var asked = template.Entries.FirstOrDefault(e => e.IsHeader);
        return translations.Entries.FirstOrDefault(e => e.IsHeader) is { } own
            ? own with { Strings = [PoHeader.Taking(own.Strings[0], asked?.Strings[0] ?? "")] }
            : asked ?? new() { Id = "", Strings = [""] };
    }

    private static PoEntry Empty(PoEntry asked, int forms) => asked with { Strings = [.. Enumerable.Repeat("", asked.PluralId is null ? 1 : forms)] };

    private static PoEntry Joined(PoEntry asked, PoEntry found, bool guessed, int forms)
    {
        var joined = asked with { Comments = found.Comments, Strings = Fitted(found.Strings, asked.PluralId is null ? 1 : forms) };
        var fuzzy = !joined.IsEmpty && (guessed || found.IsFuzzy || found.PluralId != asked.PluralId || found.Strings.Count < joined.Strings.Count || LosesValues(joined, found));
        return joined with
        {
            Flags = [.. fuzzy ? [PoFlags.Fuzzy] : Array.Empty<string>(), .. asked.Flags.Where(flag => flag != PoFlags.Fuzzy)],
            Previous = !fuzzy ? null : found.IsFuzzy ? found.Previous : new(found.Context, found.Id, found.PluralId),
        };
    }

    // A wording that was never compared with its text for places of values is so now.
    private static bool LosesValues(PoEntry joined, PoEntry found) =>
        joined.Flags.Contains(PoFlags.Format) && !found.Flags.Contains(PoFlags.Format) && PoPlaceholders.Check(joined, "").Any();

    // A text that was given a plural form keeps its wording as each of them, for the translator to tell apart.
    private static List<string> Fitted(IReadOnlyList<string> strings, int count) =>
        [.. Enumerable.Range(0, count).Select(form => strings[Math.Min(form, strings.Count - 1)])];
}
