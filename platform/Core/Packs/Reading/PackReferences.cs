namespace Platform.Core.Packs;

/// <summary>What definitions may name: an unknown name is a mistake, and the message offers the nearest known one.</summary>
internal sealed class PackReferences(PackLayers layers, PackSchema schema, PackProblems problems)
{
    private readonly HashSet<string> organizations = Ids(layers.Yaml("organizations.yaml"));
    private readonly HashSet<string> lifeEvents = Ids(layers.Yaml("life-events.yaml"));
    private readonly HashSet<string> roles = Ids(layers.Yaml("roles.yaml"));
    private readonly HashSet<string> choices = [.. (layers.Yaml("choices.yaml") as PackMap)?.Entries.Select(e => e.Key) ?? []];
    private readonly HashSet<string> services = [.. layers.Paths("services/", ".yaml").Select(Path.GetFileNameWithoutExtension).OfType<string>()];

    /// <summary>Set as soon as the areas are read; nothing asks for one before.</summary>
    public AreaTree Areas { get; set; } = new([]);

    public string? Organization(PackScalar? name) =>
        Known(name, organizations, "There is no organization '{0}': add it to organizations.yaml, or use {1}.");

    public string? LifeEvent(PackScalar? name) =>
        Known(name, lifeEvents, "There is no life event '{0}': add it to life-events.yaml, or use {1}.");

    public string? Role(PackScalar? name) => Known(name, roles, "There is no role '{0}': add it to roles.yaml, or use {1}.");

    public string? Choices(PackScalar? name) => Known(name, choices, "There is no list '{0}': add it to choices.yaml, or use {1}.");

    public string? Service(PackScalar? name) => Known(name, services, "There is no service '{0}': add services/{0}.yaml, or use {1}.");

    public string? Template(PackScalar? name, string folder) => Known(name,
        [.. layers.Paths(folder + "/", ".hbs").Select(p => p[(folder.Length + 1)..^4])], "There is no template '{0}': add the file {0}.hbs, or use {1}.");

    public string? Permission(PackScalar? name) => schema.Permissions.Count == 0 ? name?.Value
        : Known(name, schema.Permissions, "There is no permission '{0}': use {1}.");

    public string? Module(PackScalar? name) => schema.Modules.Count == 0 ? name?.Value
        : Known(name, schema.Modules, "There is no module '{0}': use {1}.");

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

    private string? Known(PackScalar? name, IReadOnlyCollection<string> known, string format)
    {
        if (name is null || known.Contains(name.Value))
        {
            return name?.Value;
        }
        problems.Add(name.Source, format, name.Value, Offer(name.Value, known));
        return null;
    }

    private static string Offer(string name, IReadOnlyCollection<string> known) => known.Count switch
    {
        0 => "-",
        _ when Nearest.Of(name, known) is { } meant => $"'{meant}'",
        <= 12 => string.Join(", ", known.Order(StringComparer.Ordinal)),
        _ => string.Join(", ", known.Order(StringComparer.Ordinal).Take(12)) + ", ...",
    };

    private static HashSet<string> Ids(PackNode? list) => [.. (list as PackList)?.Items.Select(TextAddress.IdOf).OfType<string>() ?? []];
}
