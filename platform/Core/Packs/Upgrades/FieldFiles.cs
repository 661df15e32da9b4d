using Platform.Core.Texts.Po;

namespace Platform.Core.Packs;

/// <summary>The files of layers as values that can be compared field by field.</summary>
internal static class FieldFiles
{
    // A layer's own name tags; no field of what it defines.
    private static readonly string[] Identity = ["name", "version", "extends"];

    /// <summary>What the layers together say in a file, from the lowest up; null when they say nothing.</summary>
    public static PackNode? Merged(IReadOnlyList<IPackFiles> layers, string path, PackProblems problems) =>
        layers.Select(l => Written(l, path, problems)).Aggregate((PackNode?)null, (below, above) => Lay(below, above, problems));

    /// <summary>One value on top of another, either of which may be missing.</summary>
    public static PackNode? Lay(PackNode? below, PackNode? above, PackProblems problems) => (below, above) switch
    {
        (_, null) => below,
        (null, _) when LayerMerge.Removes(above) => null,
        (null, _) => above,
        _ => new LayerMerge(problems).Merge(below, above),
    };

    /// <summary>What one layer's own file says; null when it has none.</summary>
    public static PackNode? Written(IPackFiles layer, string path, PackProblems problems) =>
        layer.Has(path) ? Read(layer.Name, path, layer.Read(path), problems) : null;

    private static PackNode? Read(string layer, string path, byte[] content, PackProblems problems) => FieldText.KindOf(path) switch
    {
        FieldTextKind.Yaml => Define(path, YamlFile.Parse(layer, path, PackLetters.Read(content), problems)),
        FieldTextKind.Table => Table(new(path, layer, content), problems),
        FieldTextKind.Translations => Translations(new(path, layer, content), problems),
        _ => new PackWhole(content, new(layer, path, 1)),
    };

    private static PackNode? Define(string path, PackNode? node) => path == "pack.yaml" && node is PackMap map
        ? new PackMap([.. map.Entries.Where(e => !Identity.Contains(e.Key))], map.Source)
        : node;

    private static PackMap Table(PackFile file, PackProblems problems) => new(
        [.. AreaTable.Rows(file, problems).Where(r => r.Code.Length > 0).DistinctBy(r => r.Code).Select(r => new PackEntry(r.Code, r.Source, r.ToNode()))],
        file.Source);

    private static PackMap? Translations(PackFile file, PackProblems problems)
    {
        try
        {
            return new([.. PoFile.Parse(file.Text, file.Path).Translations.Select(e => PoField.Of(e, file))], file.Source);
        }
        catch (PoException e)
        {
            e.Errors.ToList().ForEach(error => problems.Add(file.Source with { Line = error.Line }, "{0}", error.Message));
            return null;
        }
    }
}
