using System.Collections.Frozen;
using System.Text;

namespace Platform.Modules.Catalogue.Search;

/// <summary>
/// The consonants of a text in Latin letters, so that what is typed on one keyboard finds what is written in another script. Vowels are left out, and
/// letters that people write for the same sound are one: no two people romanize alike.
/// </summary>
internal static class Skeleton
{
    // By script, after the common romanizations (ISO 9 and BGN/PCGN for Cyrillic, BGN/PCGN 1966 for Lao), brought down to one letter a sound.
    private static readonly FrozenDictionary<char, char> Letters = Pairs(
        "бp вv гk дt жs зs йy кk лl мm нn пp рl сs тt фf хk цs чs шs щs қk ғk ңG һk",
        "ກk ຂk ຄk ງG ຈs ສs ຊs ຍy ດt ຕt ຖt ທt ນn ບp ປp ຜp ຝf ພp ຟf ມm ຢy ຣl ລl ວv ຮk",
        "bp cs dt ff gk hk js kk ll mm nn pp qk rl ss tt vv wv xs yy zs");

    private const char SilentLao = '\u0EAB';
    private const string AfterSilent = "ງຍນມຣລວ\u0EBC";
    private const char LastLatin = '\u024F';
    private const char SubscriptLo = '\u0EBC';
    private const char LaoAm = '\u0ECD';

    /// <param name="folded">As <see cref="FoldedWords.Fold"/> gives it.</param>
    public static string Of(string folded)
    {
        var text = Unspaced.Bare(folded);
        var bones = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var sound = Sound(text, ref i);
            if (sound != '\0' && (bones.Length == 0 || bones[^1] != sound))
            {
                bones.Append(sound);
            }
        }

        return bones.ToString();
    }

    /// <summary>No letter of another script stands in it.</summary>
    public static bool IsLatin(string folded) => !folded.Any(c => c > LastLatin && char.IsLetter(c));

    private static char Sound(string text, ref int i)
    {
        var (letter, next) = (text[i], i + 1 < text.Length ? text[i + 1] : '\0');
        if (letter is 'p' or 't' or 'k' or 'c' or 's' or 'n' && (next is 'h' || (letter == 'n' && next is 'g' or 'y')))
        {
            i++;
            return (letter, next) switch { ('n', 'g') => 'G', ('n', 'y') => 'y', ('p', _) => 'p', _ => Letters[letter] };
        }

        return letter switch
        {
            SilentLao => AfterSilent.Contains(next, StringComparison.Ordinal) ? '\0' : 'k',
            SubscriptLo => 'l',
            LaoAm => 'm',
            // Between other letters it is the vowel of "ua".
            'ວ' when i > 0 && text[i - 1] is '\u0EBB' or '\u0EB1' => '\0',
            _ => Letters.GetValueOrDefault(letter),
        };
    }

    private static FrozenDictionary<char, char> Pairs(params string[] tables) =>
        tables.SelectMany(t => t.Split(' ')).ToFrozenDictionary(pair => pair[0], pair => pair[1]);
}
