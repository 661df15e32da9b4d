namespace Platform.Core.Packs;

/// <summary>
/// What changed nationally, from one release of a pack to another, in what its local variants inherit. A field that the variant itself
/// says is none of it, and neither is a new translation.
/// </summary>
/// <param name="before">The files of the release that was live.</param>
/// <param name="after">The files of the one that is.</param>
public sealed class InheritedChanges(IPackFiles before, IPackFiles after)
{
    // They count and date corrections; what was corrected is told by the other fields.
    private static readonly string[] Corrections = ["revision", "corrected-on"];

    private readonly PackProblems problems = new();
    private readonly IReadOnlyList<IPackFiles> old = PackLayers.Open(before, new()).Layers;
    private readonly IReadOnlyList<IPackFiles> @new = PackLayers.Open(after, new()).Layers;

    /// <summary>In the order of the service; none where the variant or its national service is new or gone.</summary>
    public IReadOnlyList<InheritedChange> Of(ServiceDefinition variant)
    {
        ArgumentNullException.ThrowIfNull(variant);
        var (national, local) = (LocalVariantFile.National(variant.Id), LocalVariantFile.Of(variant));
        if (variant.Area is null || Merged(old, local) is null || Merged(old, national) is not { } was || Merged(@new, national) is not { } now)
        {
            return [];
        }

        var found = new List<InheritedChange>();
        Find(new(national), was, now, Merged(@new, local), found);
        foreach (var (kind, name) in variant.Uses.Distinct().OrderBy(u => u.Name, StringComparer.Ordinal))
        {
            FindUsed(kind, name, found);
        }

        return found;
    }

    // Templates and lists of choices have no local variant of their own.
    private void FindUsed(string kind, string name, List<InheritedChange> found)
    {
        if (kind == "template" && Merged(old, $"{name}.hbs") is PackWhole was && Merged(@new, $"{name}.hbs") is PackWhole now && !Meaning.IsSame(was, now))
        {
            found.Add(new($"{name}.hbs", was.Text, now.Text));
        }

        if (kind == "choices" && Choices(old, name) is { } lists && Choices(@new, name) is { } changed)
        {
            Find(new("choices.yaml", [name]), lists, changed, null, found);
        }
    }

    private PackNode? Choices(IReadOnlyList<IPackFiles> layers, string name) => (Merged(layers, "choices.yaml") as PackMap)?[name];

    private PackNode? Merged(IReadOnlyList<IPackFiles> layers, string path) => FieldFiles.Merged(layers, path, problems);

    private static void Find(FieldPath path, PackNode? was, PackNode? now, PackNode? local, List<InheritedChange> found)
    {
        if (Meaning.IsSame(was, now) || (local is not null && IsWhole(local, now ?? was)) || (path.Keys is [var field] && Corrections.Contains(field)))
        {
            return;
        }

        if (local is null && !NodeParts.Alike(was, now))
        {
            found.Add(new(path.ToString(), Words(was), Words(now)));
            return;
        }

        var (before, after, own) = (NodeParts.Of(was), NodeParts.Of(now), NodeParts.Of(local));
        foreach (var key in (after?.Keys ?? []).Union(before?.Keys ?? []))
        {
            Find(path.Below(key), before?.GetValueOrDefault(key), after?.GetValueOrDefault(key), own?.GetValueOrDefault(key), found);
        }

        if (was is PackList && NodeParts.Alike(was, now))
        {
            FindOrder(path, [.. before!.Keys], [.. after!.Keys], own, found);
        }
    }

    // The variant's own value lies on nothing: a word, another type, a removal.
    private static bool IsWhole(PackNode local, PackNode? national) =>
        LayerMerge.Removes(local) || !NodeParts.Alike(local, national) || ((local as PackMap)?.Word("type") is { } type && type != (national as PackMap)?.Word("type"));

    // Of those that are in both lists: new ones and those that are gone are told anyway.
    private static void FindOrder(FieldPath path, List<string> before, List<string> after, IReadOnlyDictionary<string, PackNode>? local, List<InheritedChange> found)
    {
        var (common, moved) = (before.Intersect(after).ToList(), after.Intersect(before).ToList());
        var isLocal = local?.Values.Any(i => (i as PackMap)?["after"] is not null) ?? false;
        if (!isLocal && !common.SequenceEqual(moved))
        {
            found.Add(new($"{path}:order", string.Join(", ", common), string.Join(", ", moved)));
        }
    }

    // For people, not for programs: one line for each thing.
    private static string? Words(PackNode? node) => node switch
    {
        null => null,
        PackScalar scalar => scalar.Value.Trim(),
        PackMap map => string.Join('\n', map.Entries.Where(e => e.Key is not "id").Select(e => $"{e.Key}: {Words(e.Value)}")),
        PackList list when list.Items.All(i => i is PackScalar) => string.Join(", ", list.Items.Select(Words)),
        PackList list => string.Join('\n', list.Items.Select(i => FieldWords.Of(i))),
        _ => FieldWords.Of(node),
    };
}
