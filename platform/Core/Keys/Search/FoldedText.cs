using System.Text;

namespace Platform.Core.Keys.Search;

/// <summary>Makes spellings alike that a person takes for the same: compatibility forms, case, spaces. The same in every culture.</summary>
internal static class FoldedText
{
    /// <summary>NFKC, one case, inner spaces single, outer ones gone. Upper before lower case, so that both Greek sigmas meet.</summary>
    public static string Of(string text) => string.Join(' ', Case(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The words of a name, folded, each once. Hyphens and points divide; apostrophes belong to the word and are dropped.</summary>
    public static IReadOnlyList<string> Words(string name)
    {
        var folded = new StringBuilder();
        foreach (var rune in Case(name).EnumerateRunes())
        {
            if (rune.Value is '\'' or 0x2019 or 0x02BC)
            {
                continue;
            }

            // Marks, such as vowel signs and variation selectors, are part of a word.
            folded.Append(Rune.IsLetterOrDigit(rune) || IsMark(rune) ? rune.ToString() : " ");
        }

        return [.. folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];
    }

    private static string Case(string text) => text.Normalize(NormalizationForm.FormKC).ToUpperInvariant().ToLowerInvariant().Normalize(NormalizationForm.FormKC);

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune)
        is System.Globalization.UnicodeCategory.NonSpacingMark
        or System.Globalization.UnicodeCategory.SpacingCombiningMark
        or System.Globalization.UnicodeCategory.EnclosingMark
        or System.Globalization.UnicodeCategory.Format;
}
