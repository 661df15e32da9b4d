using System.Globalization;
using System.Text;

namespace Platform.Core.Texts;

/// <summary>First letters, as the readers of a script see them.</summary>
public static class Letters
{
    /// <summary>
    /// The letter under which an index of <paramref name="culture"/>'s language lists a text, in upper case: without marks the language does not
    /// tell apart (É under E in French, Й by itself in Russian), and never a vowel that is written before its consonant (ເກັບ under ກ).
    /// </summary>
    /// <returns>The whole text where it has neither letter nor digit.</returns>
    public static string Index(string text, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(culture);
        foreach (var rune in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) && !IsBeforeItsConsonant(rune))
            {
                return Plain(rune.ToString(), culture.CompareInfo).ToUpper(culture);
            }
        }

        return text;
    }

    /// <summary>The first letter of a word with its marks and, where the script writes one before it, its vowel.</summary>
    public static string First(string word)
    {
        ArgumentException.ThrowIfNullOrEmpty(word);
        var first = StringInfo.GetNextTextElement(word);
        return IsBeforeItsConsonant(Rune.GetRuneAt(word, 0)) && first.Length < word.Length ? first + StringInfo.GetNextTextElement(word, first.Length) : first;
    }

    private static string Plain(string letter, CompareInfo order)
    {
        var plain = Rune.GetRuneAt(letter.Normalize(NormalizationForm.FormD), 0).ToString();
        return order.Compare(letter, plain, CompareOptions.IgnoreNonSpace | CompareOptions.IgnoreCase) == 0 ? plain : letter;
    }

    // Unicode's property Logical_Order_Exception (PropList.txt).
    private static bool IsBeforeItsConsonant(Rune rune) => rune.Value is (>= 0x0E40 and <= 0x0E44) or (>= 0x0EC0 and <= 0x0EC4)
        or (>= 0x19B5 and <= 0x19B7) or 0x19BA or 0xAAB5 or 0xAAB6 or 0xAAB9 or 0xAABB or 0xAABC;
}
