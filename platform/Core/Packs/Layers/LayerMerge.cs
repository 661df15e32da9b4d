namespace Platform.Core.Packs;

/// <summary>
/// Puts one layer's value on top of another's: scalars and scalar lists replace, maps merge, lists of things with ids merge
/// in the order of the base.
/// </summary>
internal sealed class LayerMerge(PackProblems problems)
{
    private static readonly string[] Instructions = ["remove", "after"];

    /// <summary>The merged value, or null when the upper one removes the lower.</summary>
    public PackNode? Merge(PackNode below, PackNode above) => (below, above) switch
    {
        (_, PackMap map) when Removes(map) => null,
        (PackMap b, PackMap a) => SameType(b, a) ? Maps(b, a) : Clean(a),
        (PackList b, PackList a) when HasIds(b) && HasIds(a) => Lists(b, a),
        (_, PackMap a) => Clean(a),
        _ => above,
    };

    /// <summary>True for <c>remove: true</c>.</summary>
    public static bool Removes(PackNode node) => node is PackMap map && map.Word("remove") == "true";

    private static bool SameType(PackMap below, PackMap above) => above.Word("type") is not { } type || type == below.Word("type");

    private static bool HasIds(PackList list) => list.Items.Count > 0 && list.Items.All(i => TextAddress.IdOf(i) is not null);

    private static PackMap Clean(PackMap map) => new([.. map.Entries.Where(e => !Instructions.Contains(e.Key))], map.Source);

    private PackMap Maps(PackMap below, PackMap above)
    {
        var entries = new List<PackEntry>();
        foreach (var entry in below.Entries)
        {
            if (!above.TryGet(entry.Key, out var upper))
            {
                entries.Add(entry);
            }
            else if (Merge(entry.Value, upper.Value) is { } value)
            {
                entries.Add(upper with { Value = value });
            }
        }
        entries.AddRange(Clean(above).Entries.Where(e => below[e.Key] is null && !RemovesNothing(e.Value)));
        return new(entries, above.Source);
    }

    private PackList Lists(PackList below, PackList above)
    {
        var items = new List<PackNode>(below.Items);
        foreach (var item in above.Items.Cast<PackMap>())
        {
            Put(items, item);
        }
        return new(items, above.Source);
    }

    private void Put(List<PackNode> items, PackMap item)
    {
        var at = Find(items, TextAddress.IdOf(item)!);
        if (at < 0)
        {
            if (!RemovesNothing(item))
            {
                Insert(items, item, Clean(item), items.Count);
            }
            return;
        }
        var merged = Merge(items[at], item);
        items.RemoveAt(at);
        if (merged is not null)
        {
            Insert(items, item, merged, at);
        }
    }

    private void Insert(List<PackNode> items, PackMap item, PackNode value, int place)
    {
        if (item["after"] is PackScalar after)
        {
            place = Find(items, after.Value) + 1;
            if (place == 0)
            {
                problems.Add(after.Source, "'after: {0}' names no item of this list: use one of {1}.", after.Value, string.Join(", ", items.Select(TextAddress.IdOf)));
            }
        }
        items.Insert(place, value);
    }

    private bool RemovesNothing(PackNode node)
    {
        if (!Removes(node))
        {
            return false;
        }
        problems.Add(node.Source, "There is nothing below to remove: take this entry out, or correct its name.");
        return true;
    }

    private static int Find(List<PackNode> items, string id) => items.FindIndex(i => TextAddress.IdOf(i) == id);
}
