namespace Platform.Core.Packs;

/// <summary>Looks at a value as a layer does: maps and lists of things with ids have parts, everything else is taken whole.</summary>
internal static class NodeParts
{
    /// <summary>The parts by key or id, in their order; null where the value is taken whole.</summary>
    public static IReadOnlyDictionary<string, PackNode>? Of(PackNode? node) => node switch
    {
        PackMap map => map.Entries.ToOrdered(e => e.Key, e => e.Value),
        PackList list when HasIds(list) => list.Items.ToOrdered(i => TextAddress.IdOf(i)!, i => i),
        _ => null,
    };

    /// <summary>True for a list whose items all have an id, each its own.</summary>
    public static bool HasIds(PackNode? node) => node is PackList { Items.Count: > 0 } list
        && list.Items.Select(TextAddress.IdOf).ToList() is var ids && !ids.Contains(null) && ids.Distinct().Count() == ids.Count;

    /// <summary>True when both have parts, and of one kind.</summary>
    public static bool Alike(PackNode? a, PackNode? b) => (a is PackMap && b is PackMap) || (HasIds(a) && HasIds(b));

    /// <summary>Equal in meaning: the order of keys, and of things with ids, says nothing here.</summary>
    public static bool Same(PackNode? a, PackNode? b)
    {
        if (Alike(a, b))
        {
            var (left, right) = (Of(a)!, Of(b)!);
            return left.Count == right.Count && left.All(p => right.TryGetValue(p.Key, out var other) && Same(p.Value, other));
        }

        return (a, b) switch
        {
            (null, null) => true,
            (PackScalar x, PackScalar y) => x.Value == y.Value && x.IsEmpty == y.IsEmpty,
            (PackList x, PackList y) => x.Items.Count == y.Items.Count && x.Items.Zip(y.Items).All(i => Same(i.First, i.Second)),
            (PackWhole x, PackWhole y) => x.Content.Span.SequenceEqual(y.Content.Span),
            _ => false,
        };
    }

    /// <summary>The first field in which the two differ; null where they are the same.</summary>
    public static FieldPath? Difference(FieldPath path, PackNode? a, PackNode? b)
    {
        if (Same(a, b))
        {
            return null;
        }

        return Alike(a, b) && (Of(a)!, Of(b)!) is var (left, right)
            ? left.Keys.Union(right.Keys).Select(k => Difference(path.Below(k), left.GetValueOrDefault(k), right.GetValueOrDefault(k))).First(p => p is not null)
            : path;
    }

    /// <summary>A value of the same kind with other parts.</summary>
    public static PackNode With(PackNode like, IEnumerable<KeyValuePair<string, PackNode>> parts) => like is PackMap
        ? new PackMap([.. parts.Select(p => new PackEntry(p.Key, p.Value.Source, p.Value))], like.Source)
        : new PackList([.. parts.Select(p => p.Value)], like.Source);

    /// <summary>The part that the keys lead to, from the outside in; null where there is none.</summary>
    public static PackNode? At(PackNode? node, IReadOnlyList<string> keys) => keys.Aggregate(node, (at, key) => Of(at)?.GetValueOrDefault(key));

    /// <summary>The value with another part at a place, added where it was not there; null takes it out.</summary>
    public static PackNode? Put(PackNode? node, IReadOnlyList<string> keys, PackNode? part)
    {
        if (keys.Count == 0 || node is null)
        {
            return part;
        }

        var parts = (Of(node) ?? throw new NotSupportedException($"There is nothing below which {keys[0]} could stand")).ToList();
        var at = parts.FindIndex(p => p.Key == keys[0]);
        var put = Put(at < 0 ? null : parts[at].Value, [.. keys.Skip(1)], part);
        if (at >= 0)
        {
            parts.RemoveAt(at);
        }

        if (put is not null)
        {
            parts.Insert(at < 0 ? parts.Count : at, new(keys[0], put));
        }

        return With(node, parts);
    }

    private static OrderedDictionary<string, PackNode> ToOrdered<T>(this IEnumerable<T> things, Func<T, string> key, Func<T, PackNode> value) =>
        new(things.Select(t => KeyValuePair.Create(key(t), value(t))), StringComparer.Ordinal);
}
