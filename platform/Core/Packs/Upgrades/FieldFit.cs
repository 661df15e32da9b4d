namespace Platform.Core.Packs;

/// <summary>
/// Changes a layer's own file so that, on top of what stands below, it gives the values that were decided. Where it does so already
/// nothing is touched.
/// </summary>
internal sealed class FieldFit(FieldText text)
{
    /// <param name="wanted">What shall hold; null: nothing.</param>
    /// <param name="below">What the layers below say from now on.</param>
    /// <param name="written">What the file says now.</param>
    /// <param name="behind">The part before it, where it has to be added.</param>
    public void Fit(IReadOnlyList<string> keys, PackNode? wanted, PackNode? below, PackNode? written, string? behind = null)
    {
        if (Gives(below, written, wanted))
        {
            return;
        }

        if (written is not null && (LayerMerge.Removes(written) || !NodeParts.Alike(wanted, written)))
        {
            // A field that the base now gives as well keeps its place; a removal of it goes.
            Replace(keys, Overrides(wanted, below) ?? (LayerMerge.Removes(written) ? null : wanted));
        }
        else if (written is null)
        {
            text.Add(keys, Overrides(wanted, below)!, behind);
        }
        else
        {
            // Of another type, an item lies on nothing.
            Parts(keys, wanted!, NodeParts.Alike(wanted, below) && LiesOn(below, written) ? below : null, written);
        }
    }

    /// <summary>The least that has to be written on top of <paramref name="below"/>; null where nothing has to.</summary>
    public static PackNode? Overrides(PackNode? wanted, PackNode? below) =>
        NodeParts.Same(wanted, below) ? null
        : wanted is null ? Removal(below!)
        : below is null ? wanted
        : LayerDifference.Of(below, wanted);

    private static bool Gives(PackNode? below, PackNode? written, PackNode? wanted)
    {
        var problems = new PackProblems();
        return NodeParts.Same(FieldFiles.Lay(below, written, problems), wanted) && problems.None && !(below is null && written is not null && LayerMerge.Removes(written));
    }

    private static bool LiesOn(PackNode? below, PackNode above) =>
        (below as PackMap)?.Word("type") is var type && ((above as PackMap)?.Word("type") ?? type) == type;

    private static PackMap Removal(PackNode below)
    {
        var remove = new PackEntry("remove", below.Source, new PackScalar("true", below.Source));
        var identity = (below as PackMap)?.Entries.Where(e => e.Key is "id" or "page").Take(1) ?? [];
        return new([.. identity, remove], below.Source);
    }

    // An item that the list below does not have says where it stands.
    private static PackNode Behind(PackNode item, string? before, PackNode list) => list is PackList && before is not null && item is PackMap map
        ? new PackMap([.. map.Entries, new PackEntry("after", map.Source, new PackScalar(before, map.Source))], map.Source)
        : item;

    private void Replace(IReadOnlyList<string> keys, PackNode? value)
    {
        if (value is null)
        {
            text.Remove(keys);
        }
        else
        {
            text.Set(keys, value);
        }
    }

    private void Parts(IReadOnlyList<string> keys, PackNode wanted, PackNode? below, PackNode written)
    {
        var (w, b, own) = (NodeParts.Of(wanted)!, NodeParts.Of(below), NodeParts.Of(written)!);
        string? before = null;
        string? ownBefore = null;
        foreach (var key in w.Keys.Concat(own.Keys).Concat(b?.Keys ?? []).Distinct().ToList())
        {
            var (part, under, mine) = (w.GetValueOrDefault(key), b?.GetValueOrDefault(key), own.GetValueOrDefault(key));
            if (key is not ("after" or "remove") || wanted is PackList)
            {
                Fit([.. keys, key], part is null || under is not null || b is null || mine is not null ? part : Behind(part, before, wanted), under, mine, ownBefore);
            }

            if (wanted is PackList && part is not null && (mine as PackMap)?["after"] is PackScalar after && (b is null || !w.ContainsKey(after.Value)))
            {
                Replace([.. keys, key, "after"], before is null || b is null ? null : new PackScalar(before, after.Source));
            }

            before = w.ContainsKey(key) ? key : before;
            ownBefore = mine is null ? ownBefore : key;
        }
    }
}
