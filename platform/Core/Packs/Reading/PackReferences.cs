namespace Platform.Core.Packs;

/// <summary>What definitions may name: an unknown name is a mistake, and the message offers the nearest known one.</summary>
internal sealed class PackReferences(PackLayers layers, PackSchema schema, PackProblems problems)
{
    private readonly HashSet<string>? organizations = Ids(layers, "organizations.yaml", problems);
    private readonly HashSet<string>? lifeEvents = Ids(layers, "life-events.yaml", problems);
    private readonly HashSet<string>? roles = Ids(layers, "roles.yaml", problems);
    private readonly HashSet<string>? choices = Names(layers, "choices.yaml", problems, n => (n as PackMap)?.Entries.Select(e => e.Key));
    private readonly HashSet<string> services = [.. layers.Paths("services/", ".yaml").Select(Path.GetFileNameWithoutExtension).OfType<string>()];

    /// <summary>Set as soon as the areas are read; nothing asks for one before.</summary>
    public AreaTree Areas { get; set; } = new([]);

    public string? Organization(PackScalar? name) => Known(name, organizations, "There is no organization '{0}'", "add it to organizations.yaml");

    public string? LifeEvent(PackScalar? name) => Known(name, lifeEvents, "There is no life event '{0}'", "add it to life-events.yaml");

    public string? Role(PackScalar? name) => Known(name, roles, "There is no role '{0}'", "add it to roles.yaml");

    public string? Choices(PackScalar? name) => Known(name, choices, "There is no list '{0}'", "add it to choices.yaml");

    public string? Service(PackScalar? name) => Known(name, services, "There is no service '{0}'", "add services/{0}.yaml");

    public string? Template(PackScalar? name, string folder) => Known(
        name, [.. layers.Paths(folder + "/", ".hbs").Select(p => p[(folder.Length + 1)..^4])], "There is no template '{0}'", $"add the file {folder}/{{0}}.hbs");

    public string? Permission(PackScalar? name) => Known(name, schema.Permissions.Count == 0 ? null : schema.Permissions, "There is no permission '{0}'");

    public string? Module(PackScalar? name) => Known(name, schema.Modules.Count == 0 ? null : schema.Modules, "There is no module '{0}'");

    public string? Connector(PackScalar? name) => Known(name, schema.Connectors.Count == 0 ? null : schema.Connectors, "There is no connector '{0}'");

    /// <summary>Connectors that the program has and that are none of these.</summary>
    public IReadOnlyList<string> OtherConnectors(IReadOnlyList<string> listed) => [.. schema.Connectors.Except(listed).Order(StringComparer.Ordinal)];

    /// <summary>What a module cannot do without.</summary>
    public IReadOnlyList<string> NeedsOf(string module) => schema.NeedsOf(module);

    public string? Area(PackScalar? code)
    {
        if (code is null || Areas.TryFind(code.Value, out _))
        {
            return code?.Value;
        }
        problems.Add(code.Source, "There is no area '{0}' in areas.csv: add its row, or correct the code.", code.Value);
        return null;
    }

    /// <summary>A file of the pack below a folder.</summary>
    public string? File(PackScalar? path, string folder)
    {
        if (path is null || (path.Value.StartsWith(folder, StringComparison.Ordinal) && layers.File(path.Value) is not null))
        {
            return path?.Value;
        }
        problems.Add(path.Source, "There is no file '{0}': write the path of a file below {1}.", path.Value, folder);
        return null;
    }

    private string? Known(PackScalar? name, IReadOnlyCollection<string>? known, string there, string? otherwise = null)
    {
        if (name is null || known is null || known.Contains(name.Value))
        {
            return name?.Value;
        }

        problems.AddUnknown(name.Source, there, name.Value, known, otherwise);
        return null;
    }

    private static HashSet<string>? Ids(PackLayers layers, string path, PackProblems problems) =>
        Names(layers, path, problems, n => (n as PackList)?.Items.Select(TextAddress.IdOf).OfType<string>());

    // Null where the file cannot be read: that is one mistake, and not one more for each name that it would have held.
    private static HashSet<string>? Names(PackLayers layers, string path, PackProblems problems, Func<PackNode, IEnumerable<string>?> names) =>
        layers.Yaml(path) is { } node ? names(node)?.ToHashSet() : problems.Errors.Any(p => p.File == path) ? null : [];
}
