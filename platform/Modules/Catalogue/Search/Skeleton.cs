using System.Collections.Frozen;
using System.Text;

namespace Platform.Modules.Catalogue.Search;

/// <summary>
/// The consonants of a text in Latin letters, so that what is typed on one keyboard finds what is written in another script. Vowels are left out, and
/// letters that people write for the same sound are one: no two people romanize alike. The letters stand in <c>letters.tsv</c>.
/// </summary>
internal static class Skeleton
{
    private const char LastLatin = '\u024F';

    private static readonly FrozenDictionary<string, Letter> Letters = Read();

    /// <param name="folded">As <see cref="FoldedWords.Fold"/> gives it.</param>
    public static string Of(string folded)
    {
        var text = Unspaced.Bare(folded);
        var bones = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var length = i + 1 < text.Length && Letters.ContainsKey(text.Substring(i, 2)) ? 2 : 1;
            if (Letters.TryGetValue(text.Substring(i, length), out var letter) && !letter.IsSilent(text, i) && (bones.Length == 0 || bones[^1] != letter.Sound))
            {
                bones.Append(letter.Sound);
            }

            i += length;
        }

        return bones.ToString();
    }

    /// <summary>No letter of another script stands in it.</summary>
    public static bool IsLatin(string folded) => !folded.Any(c => c > LastLatin && char.IsLetter(c));

    private static FrozenDictionary<string, Letter> Read()
    {
        using var reader = new StreamReader(typeof(Skeleton).Assembly.GetManifestResourceStream("letters.tsv")!);
        return reader.ReadToEnd().Split('\n').Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t'))
            .ToFrozenDictionary(cells => cells[0], cells => new Letter(cells[1][0], cells.ElementAtOrDefault(2) ?? "", cells.ElementAtOrDefault(3) ?? ""));
    }

    /// <param name="Before">Silent where one of these follows.</param>
    /// <param name="After">Silent where one of these stands before.</param>
    private sealed record Letter(char Sound, string Before, string After)
    {
        public bool IsSilent(string text, int at) =>
            (at + 1 < text.Length && Before.Contains(text[at + 1], StringComparison.Ordinal)) || (at > 0 && After.Contains(text[at - 1], StringComparison.Ordinal));
    }
}
