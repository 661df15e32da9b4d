namespace Platform.Core.Packs;

/// <summary>The least that an upper layer has to say so that, on top of a lower one, it gives a wanted value: <see cref="LayerMerge"/> turned round.</summary>
public static class LayerDifference
{
    private static readonly string[] Identity = ["id", "page"];

    /// <summary>Null where nothing has to be said.</summary>
    public static PackNode? Of(PackNode below, PackNode wanted) => (below, wanted) switch
    {
        _ when IsSame(below, wanted) => null,
        (PackMap b, PackMap w) when b.Word("type") == w.Word("type") => Maps(b, w),
        (PackList b, PackList w) when HasIds(b) && HasIds(w) => Lists(b, w),
        _ => wanted,
    };

    /// <summary>True where an upper layer that says the difference really gives the wanted value; what stands first in a list cannot be said.</summary>
    public static bool Gives(PackNode below, PackNode? difference, PackNode wanted) =>
        IsSame(difference is null ? below : new LayerMerge(new()).Merge(below, difference), wanted);

    private static PackMap Maps(PackMap below, PackMap wanted) => new(
        [
            .. wanted.Entries.Select(e => e with { Value = Identity.Contains(e.Key) || below[e.Key] is not { } value ? e.Value : Of(value, e.Value)! }).Where(e => e.Value is not null),
            .. below.Entries.Where(e => wanted[e.Key] is null).Select(e => e with { Value = Removal([]) }),
        ], wanted.Source);

    private static PackList Lists(PackList below, PackList wanted)
    {
        var (items, order) = (new List<PackNode>(), below.Items.Select(TextAddress.IdOf).Where(id => wanted.Items.Any(w => TextAddress.IdOf(w) == id)).ToList());
        string? before = null;
        foreach (var item in wanted.Items.Cast<PackMap>())
        {
            var id = TextAddress.IdOf(item)!;
            var known = below.Items.FirstOrDefault(b => TextAddress.IdOf(b) == id);
            var moved = known is null || (before is null ? order[0] != id : order.IndexOf(id) != order.IndexOf(before) + 1);
            var said = known is null ? item : (PackMap?)Of(known, item) ?? (moved ? Named(item) : null);
            if (said is not null)
            {
                items.Add(moved && before is not null ? Behind(said, before) : said);
            }

            order.Remove(id);
            order.Insert(before is null ? 0 : order.IndexOf(before) + 1, id);
            before = id;
        }

        items.AddRange(below.Items.OfType<PackMap>().Where(b => wanted.Items.All(w => TextAddress.IdOf(w) != TextAddress.IdOf(b))).Select(b => Removal(Named(b).Entries)));
        return new(items, wanted.Source);
    }

    private static PackMap Named(PackMap item) => new([.. item.Entries.Where(e => Identity.Contains(e.Key)).Take(1)], item.Source);

    private static PackMap Behind(PackMap item, string before) => new([.. item.Entries, new("after", item.Source, new PackScalar(before, item.Source))], item.Source);

    private static PackMap Removal(IReadOnlyList<PackEntry> identity) => new([.. identity, new("remove", default, new PackScalar("true", default))], default);

    private static bool HasIds(PackList list) => list.Items.Count > 0 && list.Items.All(i => TextAddress.IdOf(i) is not null);

    private static bool IsSame(PackNode? one, PackNode? other) => (one, other) switch
    {
        (PackScalar a, PackScalar b) => a.Value == b.Value,
        (PackList a, PackList b) => a.Items.Count == b.Items.Count && a.Items.Zip(b.Items).All(p => IsSame(p.First, p.Second)),
        (PackMap a, PackMap b) => a.Entries.Count == b.Entries.Count && a.Entries.All(e => b[e.Key] is { } value && IsSame(e.Value, value)),
        _ => one is null && other is null,
    };
}
