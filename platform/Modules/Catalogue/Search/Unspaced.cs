using System.Text;

namespace Platform.Modules.Catalogue.Search;

/// <summary>Scripts that put no space between words. Nobody can say where their words end, so they are compared by pairs of characters.</summary>
internal static class Unspaced
{
    private static readonly (char From, char To)[] Blocks =
    [
        ('\u0E00', '\u0EFF'), // Thai, Lao
        ('\u1000', '\u109F'), // Myanmar
        ('\u1780', '\u17FF'), // Khmer
        ('\u3040', '\u30FF'), // Hiragana, Katakana
        ('\u3400', '\u9FFF'), // Han
    ];

    public static bool Is(char c) => Array.Exists(Blocks, b => c >= b.From && c <= b.To);

    /// <summary>
    /// Without the marks of tone and silence, which are often left out or mistaken, and with one sign for those that are taken for each other: long and
    /// short vowels, the two signs of ai, and in Lao r and l.
    /// </summary>
    public static string Bare(string text)
    {
        var bare = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is not ((>= '\u0E48' and <= '\u0E4C') or (>= '\u0EC8' and <= '\u0ECC')))
            {
                bare.Append(c switch
                {
                    '\u0E35' or '\u0E37' or '\u0E39' or '\u0EB5' or '\u0EB7' or '\u0EB9' => (char)(c - 1),
                    '\u0E43' or '\u0EC3' => (char)(c + 1),
                    '\u0EA3' => '\u0EA5',
                    _ => c,
                });
            }
        }

        return bare.ToString();
    }

    /// <summary>The pairs of neighbours, each packed into one number; a single character is a pair with nothing.</summary>
    public static IEnumerable<int> Pairs(string bare) => bare.Length == 1 ? [bare[0]] : Enumerable.Range(0, bare.Length - 1).Select(i => (bare[i] << 16) | bare[i + 1]);
}
