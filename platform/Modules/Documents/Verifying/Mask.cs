using System.Globalization;

namespace Platform.Modules.Documents.Verifying;

/// <summary>A name of which only enough is shown to compare it with a paper: the first letter of each word, and always three dots.</summary>
internal static class Mask
{
    private const string Dots = "•••";

    public static string Of(string name) => string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => FirstLetter(word) + Dots));

    // A letter with its marks; in scripts that write a vowel before its consonant, the vowel alone would be no letter of the name.
    private static string FirstLetter(string word)
    {
        var first = StringInfo.GetNextTextElement(word);
        return IsLeadingVowel(first[0]) && first.Length < word.Length ? first + StringInfo.GetNextTextElement(word, first.Length) : first;
    }

    // Unicode's property Logical_Order_Exception.
    private static bool IsLeadingVowel(char c) => c is (>= '\u0E40' and <= '\u0E44') or (>= '\u0EC0' and <= '\u0EC4')
        or (>= '\u19B5' and <= '\u19B7') or '\u19BA' or '\uAAB5' or '\uAAB6' or '\uAAB9' or '\uAABB' or '\uAABC';
}
