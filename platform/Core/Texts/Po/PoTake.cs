namespace Platform.Core.Texts.Po;

/// <summary>What came of taking translations over.</summary>
/// <param name="Unknown">Translations of texts that are not there.</param>
public sealed record PoTaken(PoFile File, IReadOnlyList<PoEntry> Unknown);

/// <summary>Takes a translator's work over.</summary>
public static class PoTake
{
    /// <summary>Wordings, their state and comments come from the other file; which texts there are and where they stand stays.</summary>
    public static PoTaken Taking(this PoFile own, PoFile brought)
    {
        var known = brought.Entries.Where(e => !e.Obsolete).ToDictionary(Key);
        var entries = own.Entries.Select(e => !e.Obsolete && known.GetValueOrDefault(Key(e)) is { } other ? Joined(e, other) : e).ToList();
        var there = own.Entries.Where(e => !e.Obsolete).Select(Key).ToHashSet();
        return new(new(entries), [.. brought.Translations.Where(e => !there.Contains(Key(e)))]);
    }

    private static (string? Context, string Id) Key(PoEntry entry) => (entry.Context, entry.Id);

    private static PoEntry Joined(PoEntry own, PoEntry other) => own.IsHeader && other.Strings[0].Length == 0 ? own : own with
    {
        Comments = other.Comments,
        Flags = [.. other.Flags.Where(flag => flag == PoFlags.Fuzzy), .. own.Flags.Where(flag => flag != PoFlags.Fuzzy)],
        Previous = other.Previous,
        Strings = (own.PluralId is null) == (other.PluralId is null) ? other.Strings : own.Strings,
    };
}
