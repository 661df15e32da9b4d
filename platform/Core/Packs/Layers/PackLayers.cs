namespace Platform.Core.Packs;

/// <summary>The layers of a pack from the lowest to the topmost, seen as one set of files.</summary>
internal sealed class PackLayers
{
    // The platform's, a country's, a province's: each file is looked for in every one.
    private const int Most = 12;

    private readonly PackProblems problems;
    private readonly LayerMerge merge;
    private readonly Dictionary<string, PackNode?> definitions = new(StringComparer.Ordinal);

    private PackLayers(IReadOnlyList<IPackFiles> layers, PackProblems problems) =>
        (Layers, this.problems, merge) = (layers, problems, new(problems));

    /// <summary>From the lowest to the topmost.</summary>
    public IReadOnlyList<IPackFiles> Layers { get; }

    /// <summary>Follows <c>extends</c> from the topmost pack down.</summary>
    public static PackLayers Open(IPackFiles top, PackProblems problems)
    {
        var layers = new List<IPackFiles> { top };
        while (Extends(layers[0], problems) is { } extends && Below(layers, extends, problems) is { } below)
        {
            layers.Insert(0, below);
        }
        foreach (var (layer, link) in layers.SelectMany(l => l.Links.Select(link => (l, link))))
        {
            problems.Add(new(layer.Name, link, 0), "This is a symbolic link, and a pack holds files: put the file itself here.");
        }

        return new(layers, problems);
    }

    /// <summary>All paths below a folder and with an ending, of any layer, in ordinal order.</summary>
    public IEnumerable<string> Paths(string folder, string ending = "") =>
        Layers.SelectMany(l => l.Paths).Where(p => p.StartsWith(folder, StringComparison.Ordinal) && p.EndsWith(ending, StringComparison.Ordinal))
            .Distinct().Order(StringComparer.Ordinal);

    /// <summary>A definition with all its layers merged; null when no layer has it, or the topmost removes it.</summary>
    public PackNode? Yaml(string path) =>
        definitions.TryGetValue(path, out var node) ? node : definitions[path] = Merged(path);

    /// <summary>A definition of which only the topmost layer that has it counts.</summary>
    public PackNode? Topmost(string path) =>
        File(path) is { } file ? YamlFile.Parse(file.Source.Layer, path, file.Text, problems) : null;

    private PackNode? Merged(string path)
    {
        PackNode? merged = null;
        foreach (var layer in Holding(path))
        {
            if (YamlFile.Parse(layer.Name, path, PackLetters.Read(Read(layer, path)), problems) is { } node)
            {
                merged = merged is null ? Lowest(node) : merge.Merge(merged, node);
            }
        }
        return merged;
    }

    /// <summary>A file that replaces whole: the topmost layer's.</summary>
    public PackFile? File(string path) => Holding(path).LastOrDefault() is { } layer ? new(path, layer.Name, Read(layer, path)) : null;

    /// <summary>Every layer's own copy of a file, from the lowest up.</summary>
    public IReadOnlyList<PackFile> Each(string path) => [.. Holding(path).Select(l => new PackFile(path, l.Name, Read(l, path)))];

    private byte[] Read(IPackFiles layer, string path)
    {
        var content = layer.Read(path);
        PackLetters.Check(new(layer.Name, path, 1), content, problems);
        return content;
    }

    private IEnumerable<IPackFiles> Holding(string path) => Layers.Where(l => l.Paths.Contains(path));

    private PackNode? Lowest(PackNode node)
    {
        if (!LayerMerge.Removes(node))
        {
            return node;
        }
        problems.Add(node.Source, "There is nothing below to remove: delete this file.");
        return null;
    }

    private static PackScalar? Extends(IPackFiles files, PackProblems problems) =>
        files.Paths.Contains("pack.yaml")
            ? (YamlFile.Parse(files.Name, "pack.yaml", PackLetters.Read(files.Read("pack.yaml")), problems) as PackMap)?["extends"] as PackScalar
            : null;

    private static IPackFiles? Below(List<IPackFiles> layers, PackScalar extends, PackProblems problems)
    {
        if (layers.Any(l => l.Name == extends.Value))
        {
            problems.Add(extends.Source, "The pack '{0}' extends itself: take 'extends' out of one of the two.", extends.Value);
            return null;
        }
        if (layers.Count == Most)
        {
            problems.Add(extends.Source, "More than {0} packs stand one on another: join some of them, and take 'extends' out of the lowest.", Most);
            return null;
        }
        if (!PackId.IsSlug(extends.Value))
        {
            problems.Add(extends.Source, "'{0}' is not the name of a pack: use small letters, digits and '-', beginning with a letter; its folder stands beside this one.", extends.Value);
            return null;
        }
        var below = layers[0].Beside(extends.Value);
        if (below is null)
        {
            problems.Add(extends.Source, "There is no pack '{0}' beside this one: put its folder there, or correct the name.", extends.Value);
        }
        return below;
    }
}
