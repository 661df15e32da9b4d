namespace Platform.Cli.Import.Forms.Xgov;

/// <summary>A condition that holds, or does not, along a way.</summary>
internal readonly record struct Turn(string Name, bool Holds);

/// <summary>All ways that lead to a page, each as the turns it takes; kept as short as they can be said.</summary>
internal sealed class Ways
{
    private Ways(IReadOnlyList<HashSet<Turn>> several) => Several = several;

    public static Ways Never { get; } = new([]);

    public static Ways Always { get; } = new([[]]);

    public IReadOnlyList<HashSet<Turn>> Several { get; }

    public bool IsAlways => Several.Any(w => w.Count == 0);

    /// <summary>The ways that go on where a condition holds, or where it does not.</summary>
    public Ways And(string name, bool holds) =>
        Short(Several.Where(w => !w.Contains(new(name, !holds))).Select(w => w.Append(new(name, holds)).ToHashSet()));

    public Ways Or(Ways other) => Short(Several.Concat(other.Several));

    // Two ways that differ in one turn only are one way without it; a longer way that holds a shorter one adds nothing.
    private static Ways Short(IEnumerable<HashSet<Turn>> ways)
    {
        var all = ways.ToList();
        while (Joined(all) is { } joined)
        {
            all = joined;
        }

        return new([.. all.Where((way, at) => !all.Where((other, place) => place != at && other.IsSubsetOf(way) && (other.Count < way.Count || place < at)).Any())]);
    }

    private static List<HashSet<Turn>>? Joined(List<HashSet<Turn>> ways)
    {
        for (var a = 0; a < ways.Count; a++)
        {
            foreach (var turn in ways[a])
            {
                var (rest, opposite) = (ways[a].Where(t => t != turn).ToHashSet(), turn with { Holds = !turn.Holds });
                var b = ways.FindIndex(w => w.Contains(opposite) && w.Where(t => t != opposite).ToHashSet().IsSubsetOf(rest));
                if (b >= 0)
                {
                    return [.. ways.Where((_, at) => at != a && (at != b || ways[b].Count < ways[a].Count)), rest];
                }
            }
        }

        return null;
    }
}
