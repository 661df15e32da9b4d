using Platform.Core.Texts.Po;

namespace Platform.Core.Packs;

/// <summary>A translation as a field: found by its context and source text, its value the state and the wordings.</summary>
internal static class PoField
{
    private const string Draft = "draft";
    private const string Translated = "translated";

    /// <summary><c>service/birth#title "Birth registration"</c>.</summary>
    public static string Key(PoEntry entry) => entry.Context is { } context ? $"{context} \"{entry.Id}\"" : $"\"{entry.Id}\"";

    public static PackEntry Of(PoEntry entry, PackFile file)
    {
        var at = file.Source with { Line = entry.Line };
        string[] words = [entry.IsFuzzy ? Draft : Translated, .. entry.Strings];
        return new(Key(entry), at, new PackList([.. words.Select(w => new PackScalar(w, at, quoted: true))], at));
    }

    /// <summary>The entry with another value. One wording alone is a translation that is no draft.</summary>
    public static PoEntry With(PoEntry entry, PackNode value)
    {
        List<string> words = value is PackList list ? [.. list.Items.Cast<PackScalar>().Select(s => s.Value)] : [Translated, ((PackScalar)value).Value];
        var flags = entry.Flags.Where(f => f != "fuzzy");
        return entry with { Strings = words[1..], Flags = [.. words[0] == Draft ? flags.Append("fuzzy") : flags] };
    }
}
