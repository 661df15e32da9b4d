namespace Platform.Core.Packs;

/// <summary>
/// Merges field by field what changed from an old base to a new one into a value that was made from the old base. Maps and lists of
/// things with ids are merged part by part; everything else is one field.
/// </summary>
/// <param name="decide">Gives the value that holds for a field that is not the same on all three sides.</param>
/// <param name="layered">Yours lies on the base: its lists have the base's order but where they say otherwise themselves, so there is nothing to decide.</param>
internal sealed class ThreeWayMerge(Func<FieldChange, PackNode?> decide, bool layered = false)
{
    private readonly List<FieldChange> changes = [];

    /// <summary>Every field that is not the same on all three sides, in the order of yours, then of the new base.</summary>
    public IReadOnlyList<FieldChange> Changes => changes;

    /// <summary>The merged value; null where it is gone.</summary>
    public PackNode? Merge(FieldPath path, PackNode? old, PackNode? @new, PackNode? yours)
    {
        if (NodeParts.Alike(@new, yours) && (old is null || NodeParts.Alike(old, yours)))
        {
            return Parts(path, old, @new!, yours!);
        }

        if (NodeParts.Same(@new, yours) && NodeParts.Same(old, yours))
        {
            return yours;
        }

        var change = new FieldChange(path, Outcome(old, @new, yours), old, @new, yours);
        changes.Add(change);
        return decide(change);
    }

    private static FieldOutcome Outcome(PackNode? old, PackNode? @new, PackNode? yours) =>
        NodeParts.Same(@new, yours) ? FieldOutcome.Agreed
        : NodeParts.Same(old, @new) ? FieldOutcome.Kept
        : NodeParts.Same(old, yours) ? FieldOutcome.Taken
        : FieldOutcome.Conflict;

    private PackNode Parts(FieldPath path, PackNode? old, PackNode @new, PackNode yours)
    {
        var (o, n, y) = (NodeParts.Of(old), NodeParts.Of(@new)!, NodeParts.Of(yours)!);
        var merged = new List<KeyValuePair<string, PackNode>>();
        foreach (var key in yours is PackList && o is not null ? Ordered(path, o, n, y) : Keys(n, y))
        {
            if (Merge(path.Below(key), o?.GetValueOrDefault(key), n.GetValueOrDefault(key), y.GetValueOrDefault(key)) is { } value)
            {
                merged.Add(new(key, value));
            }
        }

        return NodeParts.With(yours, merged);
    }

    // What all three sides have stands in an order that is taken, kept or decided; the rest behind what it follows.
    private IEnumerable<string> Ordered(FieldPath path, IReadOnlyDictionary<string, PackNode> old, IReadOnlyDictionary<string, PackNode> @new, IReadOnlyDictionary<string, PackNode> yours)
    {
        PackList Order(IReadOnlyDictionary<string, PackNode> side) =>
            new([.. side.Where(p => old.ContainsKey(p.Key) && @new.ContainsKey(p.Key) && yours.ContainsKey(p.Key)).Select(p => new PackScalar(p.Key, p.Value.Source))], side.Values.FirstOrDefault()?.Source ?? default);
        var (was, now, own) = (Order(old), Order(@new), Order(yours));
        var outcome = Outcome(was, now, own);
        if ((NodeParts.Same(was, now) && NodeParts.Same(was, own)) || (layered && outcome is not FieldOutcome.Taken))
        {
            return Keys(@new, yours);
        }

        var change = new FieldChange(path.Order, outcome, was, now, own);
        changes.Add(change);
        var decided = (decide(change) as PackList ?? own).Items.OfType<PackScalar>().Select(i => i.Value).ToList();
        return decided.SequenceEqual(Words(now)) ? Keys(yours, @new) : InOrder(Keys(@new, yours), [.. decided.Intersect(Words(own)), .. Words(own).Except(decided)]);
    }

    private static IEnumerable<string> Words(PackList order) => order.Items.Cast<PackScalar>().Select(i => i.Value);

    // Whatever the order does not name keeps its place.
    private static IEnumerable<string> InOrder(IEnumerable<string> keys, IReadOnlyList<string> order)
    {
        var next = 0;
        return keys.Select(key => order.Contains(key) ? order[next++] : key);
    }

    // Yours in your order; what only the other side has comes behind what it follows there.
    private static IEnumerable<string> Keys(IReadOnlyDictionary<string, PackNode> other, IReadOnlyDictionary<string, PackNode> yours)
    {
        var first = new List<string>();
        var behind = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var place = first;
        foreach (var key in other.Keys)
        {
            if (yours.ContainsKey(key))
            {
                behind[key] = place = [];
            }
            else
            {
                place.Add(key);
            }
        }

        return first.Concat(yours.Keys.SelectMany(key => behind.GetValueOrDefault(key, []).Prepend(key)));
    }
}
