using System.Globalization;
using System.Text;

namespace Platform.Modules.Catalogue.Search;

/// <summary>Text as a search compares it: no case, no marks on Latin, Greek and Cyrillic letters, one kind of space.</summary>
internal static class FoldedWords
{
    /// <summary>
    /// The whole text folded. Marks of scripts whose vowels and tones are marks (Lao, Thai, Devanagari) stay: without them other words remain.
    /// </summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKD))
        {
            if (IsLetterMark(c))
            {
                continue;
            }

            folded.Append(char.IsLetterOrDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
                ? char.ToLowerInvariant(c)
                : ' ');
        }

        return string.Join(' ', folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    public static string[] Split(string text) => Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    // Combining Diacritical Marks, the block that Latin, Greek and Cyrillic share.
    private static bool IsLetterMark(char c) => c is >= '\u0300' and <= '\u036F';
}
