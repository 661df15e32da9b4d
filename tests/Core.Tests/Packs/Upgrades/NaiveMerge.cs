using Platform.Core.Packs;

namespace Platform.Core.Tests.Packs.Upgrades;

/// <summary>
/// What a merge must give, said over flat lists of "path = word" and slowly. A place is decided as one where one of the sides has
/// something there that the others cannot be compared with part by part.
/// </summary>
internal static class NaiveMerge
{
    /// <returns>The lines that hold where every conflict is decided for one side.</returns>
    public static SortedSet<string> Of(PackNode? old, PackNode? @new, PackNode? yours, bool ours, out int conflicts)
    {
        var (o, n, y) = (Flat(old), Flat(@new), Flat(yours));
        var result = new SortedSet<string>(StringComparer.Ordinal);
        conflicts = 0;
        foreach (var place in o.Concat(n).Concat(y).Select(line => PlaceOf(line, o, n, y)).Distinct())
        {
            var (was, now, own) = (At(o, place), At(n, place), At(y, place));
            var nowIsOwn = now.SetEquals(own);
            var wasNow = was.SetEquals(now);
            var wasOwn = was.SetEquals(own);
            conflicts += !nowIsOwn && !wasNow && !wasOwn ? 1 : 0;
            result.UnionWith(nowIsOwn || wasNow ? own : wasOwn ? now : ours ? own : now);
        }

        return result;
    }

    /// <summary>One line for each word, list and empty map: <c>/form[/one]/label=word</c>, where brackets stand for an item of a list.</summary>
    public static SortedSet<string> Flat(PackNode? node)
    {
        var lines = new SortedSet<string>(StringComparer.Ordinal);
        Flat(node, "", lines);
        return lines;
    }

    private static void Flat(PackNode? node, string path, SortedSet<string> lines)
    {
        switch (node)
        {
            case PackMap map:
                lines.Add(path + "{}");
                map.Entries.ToList().ForEach(e => Flat(e.Value, $"{path}{{}}\u0001{e.Key}", lines));
                break;
            case PackList list when NodeParts.HasIds(list):
                lines.Add(path + "[]");
                list.Items.ToList().ForEach(i => Flat(i, $"{path}[]\u0001{((PackMap)i).Word("id")}", lines));
                break;
            case PackList list:
                lines.Add($"{path}={string.Join('\u0002', list.Items.Select(i => ((PackScalar)i).Value))}\u0002");
                break;
            case PackScalar word:
                lines.Add($"{path}={word.Value}");
                break;
        }
    }

    // From the outside in: as long as new and yours hold the same kind of container, and old too or nothing, the place lies inside.
    private static string PlaceOf(string line, SortedSet<string> o, SortedSet<string> n, SortedSet<string> y)
    {
        var place = "";
        foreach (var step in line.Split('=')[0].Split('\u0001'))
        {
            place = place.Length == 0 ? step[..^2] : $"{place}\u0001{Name(step)}";
            var container = place + Kind(step);
            if (Kind(step).Length == 0 || !n.Contains(container) || !y.Contains(container) || (At(o, place).Count > 0 && !o.Contains(container)))
            {
                return place;
            }

            place = container;
        }

        // The container itself, which is there on all sides.
        return place + '\u0003';
    }

    private static string Kind(string step) => step.EndsWith("{}", StringComparison.Ordinal) ? "{}" : step.EndsWith("[]", StringComparison.Ordinal) ? "[]" : "";

    private static string Name(string step) => step[..^Kind(step).Length];

    private static SortedSet<string> At(SortedSet<string> lines, string place) => new(
        place.EndsWith('\u0003')
            ? lines.Where(l => l == place[..^1])
            : lines.Where(l => l.StartsWith(place, StringComparison.Ordinal) && l[place.Length..] is ['=', ..] or ['{', ..] or ['[', ..]),
        StringComparer.Ordinal);
}
