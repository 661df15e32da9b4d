namespace Platform.Modules.Catalogue.Search;

/// <summary>How far two words are apart: letters left out, added, wrong, or swapped with their neighbour (optimal string alignment).</summary>
internal static class Misspelling
{
    private const int Longest = 64;

    /// <summary>Slips that a word of this length may have and still be meant.</summary>
    public static int Allowed(int length) => length switch
    {
        < 4 => 0,
        < 8 => 1,
        _ => 2,
    };

    /// <returns>The number of slips, or <paramref name="most"/> + 1 where there are more.</returns>
    public static int Count(ReadOnlySpan<char> typed, ReadOnlySpan<char> word, int most)
    {
        if (Math.Abs(typed.Length - word.Length) > most || word.Length >= Longest || typed.Length >= Longest)
        {
            return most + 1;
        }

        Span<int> before = stackalloc int[Longest], last = stackalloc int[Longest], now = stackalloc int[Longest];
        for (var j = 0; j <= word.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= typed.Length; i++)
        {
            now[0] = i;
            for (var j = 1; j <= word.Length; j++)
            {
                var wrong = typed[i - 1] == word[j - 1] ? 0 : 1;
                var slips = Math.Min(Math.Min(last[j] + 1, now[j - 1] + 1), last[j - 1] + wrong);
                if (i > 1 && j > 1 && typed[i - 1] == word[j - 2] && typed[i - 2] == word[j - 1])
                {
                    slips = Math.Min(slips, before[j - 2] + 1);
                }

                now[j] = slips;
            }

            var spare = before;
            before = last;
            last = now;
            now = spare;
        }

        return Math.Min(last[word.Length], most + 1);
    }
}
