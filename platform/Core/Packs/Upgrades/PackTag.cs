namespace Platform.Core.Packs;

/// <summary>What a layer's own <c>pack.yaml</c> calls it.</summary>
public sealed record PackTag(string Name, string Version)
{
    /// <summary>Reads it; null where the layer has no sound <c>pack.yaml</c>.</summary>
    public static PackTag? Of(IPackFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return files.Has("pack.yaml") && YamlFile.Parse(files.Name, "pack.yaml", PackLetters.Read(files.Read("pack.yaml")), new()) is PackMap map
            ? new(map.Word("name") ?? files.Name, map.Word("version") ?? "")
            : null;
    }

    /// <summary>The name of the pack that a layer extends; null where it extends none.</summary>
    public static string? BaseOf(IPackFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return files.Has("pack.yaml") ? (YamlFile.Parse(files.Name, "pack.yaml", PackLetters.Read(files.Read("pack.yaml")), new()) as PackMap)?.Word("extends") : null;
    }

    /// <summary>True for its version and those that begin with the same numbers: 1.2 is any 1.2.x.</summary>
    public bool IsVersion(string wanted) => Version == wanted || Version.StartsWith(wanted + ".", StringComparison.Ordinal);

    /// <summary><c>starter@1.2.0</c>.</summary>
    public override string ToString() => $"{Name}@{Version}";
}
