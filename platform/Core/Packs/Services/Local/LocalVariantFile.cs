namespace Platform.Core.Packs;

/// <summary>The file of a local variant.</summary>
public static class LocalVariantFile
{
    /// <summary><c>services/local/06/building-permit.yaml</c>.</summary>
    public static string Of(ServiceDefinition variant)
    {
        ArgumentNullException.ThrowIfNull(variant);
        return $"services/local/{variant.Area}/{variant.Id}.yaml";
    }

    /// <summary><c>services/building-permit.yaml</c>.</summary>
    public static string National(string id) => $"services/{id}.yaml";

    /// <summary>
    /// The variant's file with some inherited fields as they were before a national change: an own value for each. What stands in it
    /// already stays as it is, with its comments.
    /// </summary>
    /// <param name="before">The release before the change.</param>
    /// <param name="after">The live release.</param>
    /// <param name="fields">As <see cref="InheritedChange.Field"/> names them; those that a variant cannot say are left out.</param>
    /// <exception cref="NotSupportedException">A field cannot be written in a variant.</exception>
    public static string Keeping(ServiceDefinition variant, IPackFiles before, IPackFiles after, IReadOnlyCollection<string> fields)
    {
        ArgumentNullException.ThrowIfNull(after);
        var (path, national, problems) = (Of(variant), National(variant.Id), new PackProblems());
        var layers = PackLayers.Open(after, problems).Layers;
        var was = FieldFiles.Merged(PackLayers.Open(before, problems).Layers, national, problems);
        var below = FieldFiles.Lay(FieldFiles.Merged(layers, national, problems), FieldFiles.Merged([.. layers.SkipLast(1)], path, problems), problems);
        var own = FieldFiles.Written(after, path, problems) is PackMap map ? new PackMap([.. map.Entries.Where(e => e.Key is not ("area" or "variant-of"))], map.Source) : null;
        var wanted = FieldFiles.Lay(below, own, problems)!;
        foreach (var keys in fields.Where(f => f.StartsWith(national + "#", StringComparison.Ordinal)).Select(f => f[(national.Length + 1)..].Split('.')))
        {
            wanted = NodeParts.Put(wanted, keys, NodeParts.At(was, keys))!;
        }

        if (!after.Has(path))
        {
            return $"variant-of: {variant.Id}\narea: {FieldWords.Quoted(variant.Area!)}\n" + (FieldFit.Overrides(wanted, below) is PackMap needed ? YamlWriter.Write(new PackMap([.. needed.Entries.Where(e => e.Key != "id")], needed.Source)) : "");
        }

        var text = FieldText.Open(path, after.Read(path), _ => null);
        new FieldFit(text).Fit([], wanted, below, own);
        return text.ToString();
    }
}
