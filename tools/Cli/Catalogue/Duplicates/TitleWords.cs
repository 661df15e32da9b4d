using System.Globalization;
using System.Text;
using Platform.Core.Packs;

namespace Platform.Cli.Catalogue.Duplicates;

/// <summary>The words of a title as titles are compared: without case, marks and names of places.</summary>
internal sealed class TitleWords
{
    private const int ShortestPlace = 4;
    private const char Mark = '#';
    private readonly HashSet<string> places;

    public TitleWords(Pack pack)
    {
        var levels = pack.AreaLevels.SelectMany(l => pack.Languages.Select(t => pack.Texts.Get(t, l.Title).Value));
        places = [.. pack.Areas.Roots.SelectMany(a => a.Names.Values).Concat(levels).SelectMany(Folded).Where(w => w.Length >= ShortestPlace)];
    }

    public IReadOnlyList<string> Of(string title) => [.. Folded(title).Where(w => w.Length > 1 && !IsPlace(w)).Concat(Marks(title)).Distinct()];

    /// <summary>What tells services of one name apart: figures, and letters that stand alone ("class B").</summary>
    public static bool IsMark(string word) => word[0] == Mark;

    // A capital that stands alone and is not the first word; "a" and "y" are words that say nothing.
    private static IEnumerable<string> Marks(string title) =>
        title.Split([' ', ',', '(', ')', '-', '–', '/', ':', '.'], StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Where(w => (w.Length == 1 && char.IsUpper(w[0])) || w.All(char.IsDigit)).Select(w => Mark + w.ToLowerInvariant());

    // Names of places are inflected at their ends.
    private bool IsPlace(string word) => places.Contains(word) || (word.Length > ShortestPlace && places.Any(p => word.StartsWith(p, StringComparison.Ordinal) && word.Length <= p.Length + 3));

    private static IEnumerable<string> Folded(string text)
    {
        var words = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKD))
        {
            if (c is >= '\u0300' and <= '\u036F' or '\'' or '’')
            {
                continue;
            }

            words.Append(char.IsLetterOrDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark ? char.ToLowerInvariant(c) : ' ');
        }

        return words.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(Parts);
    }

    // Scripts without spaces have no words to see: pairs of letters stand for them.
    private static IEnumerable<string> Parts(string word) => word.Any(IsUnspaced) && word.Length > 2
        ? Enumerable.Range(0, word.Length - 1).Select(at => word.Substring(at, 2))
        : [word];

    private static bool IsUnspaced(char c) => c is >= '\u0E00' and <= '\u0EFF' or >= '\u1000' and <= '\u109F' or >= '\u1780' and <= '\u17FF' or >= '\u3040' and <= '\u30FF' or >= '\u4E00' and <= '\u9FFF';
}
