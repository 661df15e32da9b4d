namespace Platform.Modules.Catalogue.Search;

/// <summary>A word of a query, or a run of a script without spaces.</summary>
/// <param name="Text">Folded; of a run without its tone marks.</param>
internal sealed record QueryPart(string Text, bool IsRun)
{
    private const int MostParts = 16;
    private const int Longest = 60;

    /// <summary>The parts of a text in its order.</summary>
    public static IReadOnlyList<QueryPart> Split(string text) => [.. FoldedWords.Split(text).SelectMany(Runs).Where(p => p.Text.Length > 0).Take(MostParts)];

    private static IEnumerable<QueryPart> Runs(string word)
    {
        for (var (from, to) = (0, 0); from < word.Length; from = to)
        {
            var unspaced = Unspaced.Is(word[from]);
            while (to < word.Length && Unspaced.Is(word[to]) == unspaced)
            {
                to++;
            }

            var text = word[from..Math.Min(to, from + Longest)];
            yield return unspaced ? new(Unspaced.Bare(text), true) : new(text, false);
        }
    }
}
