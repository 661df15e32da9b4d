namespace Platform.Core.Feel.Nodes;

/// <summary>Guesses the name that was meant.</summary>
internal static class Spelling
{
    public static string? Nearest(string name, IEnumerable<string> known) =>
        known.Select(k => (Name: k, Distance: Distance(name, k))).Where(k => k.Distance <= 1 + name.Length / 4)
            .OrderBy(k => k.Distance).Select(k => k.Name).FirstOrDefault();

    // Levenshtein, two rows at a time.
    private static int Distance(string left, string right)
    {
        if (Math.Abs(left.Length - right.Length) > 8 || left.Length > 100)
        {
            return int.MaxValue;
        }
        var above = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            above = Row(left[i - 1], right, above, i);
        }
        return above[^1];
    }

    private static int[] Row(char letter, string right, int[] above, int first)
    {
        var row = new int[above.Length];
        row[0] = first;
        for (var j = 1; j < row.Length; j++)
        {
            row[j] = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + (letter == right[j - 1] ? 0 : 1));
        }
        return row;
    }
}
