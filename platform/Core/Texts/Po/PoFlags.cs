namespace Platform.Core.Texts.Po;

/// <summary>The marks of an entry (<c>#, fuzzy, csharp-format</c>).</summary>
public static class PoFlags
{
    public const string Fuzzy = "fuzzy";

    /// <summary>The text has places for values as <c>string.Format</c> fills them: gettext's tools and editors then compare them.</summary>
    public const string Format = "csharp-format";

    private static readonly char[] Between = [',', ' ', '\t'];

    /// <summary>They stand apart by commas or, as gettext reads them, by spaces; only a range holds one: <c>range: 0..9</c>.</summary>
    public static IEnumerable<string> Read(string row)
    {
        var words = row.Split(Between, StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            yield return words[i] == "range:" && i + 1 < words.Length ? $"range: {words[++i]}" : words[i];
        }
    }
}
