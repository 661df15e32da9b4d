namespace Platform.Core.Packs;

/// <summary>What a section may see while it is read, and what it names becomes part of the service's edition.</summary>
public sealed class SectionContext
{
    private readonly PackReading reading;
    private readonly PackReferences known;
    private readonly ServiceDefinition service;
    private readonly string address;

    internal SectionContext(PackReading reading, PackReferences known, PackSchema schema, Pack pack, ServiceDefinition service, string key) =>
        (this.reading, this.known, Schema, Pack, this.service, address) = (reading, known, schema, pack, service, $"service/{service.Id}#{key}");

    /// <summary>Collects mistakes.</summary>
    public PackProblems Problems => reading.Problems;

    /// <summary>What modules add to packs: question types, facts and verbs that sections may name.</summary>
    public PackSchema Schema { get; }

    /// <summary>The pack so far: everything but its services.</summary>
    public Pack Pack { get; }

    /// <summary>Id of the service being read.</summary>
    public string ServiceId => service.Id;

    /// <summary>The base fields of the service being read.</summary>
    public ServiceDefinition Service => service;

    /// <summary>A section read before this one, or null.</summary>
    public T? Section<T>() where T : class => service.Section<T>();

    /// <summary>Reads the section as a map.</summary>
    public T? Map<T>(PackNode node, Func<NodeReader, T> read) where T : class => NodeReader.Read(node, address, reading, read);

    /// <summary>Reads the section as a list of maps.</summary>
    public IReadOnlyList<T> List<T>(PackNode node, Func<NodeReader, T> read) where T : class => NodeReader.ReadList(node, address, reading, read);

    /// <summary>Reads the section as a map of names to maps.</summary>
    public IReadOnlyList<T> Entries<T>(PackNode node, Func<string, NodeReader, T> read) where T : class =>
        NodeReader.ReadEntries(node, address, reading, read);

    /// <summary>A role of the pack, or null and a mistake.</summary>
    public string? Role(PackScalar? name) => Use("role", known.Role(name));

    /// <summary>An organization of the pack, or null and a mistake.</summary>
    public string? Organization(PackScalar? name) => Use("organization", known.Organization(name));

    /// <summary>An area's code, or null and a mistake.</summary>
    public string? Area(PackScalar? code) => Use("area", known.Area(code));

    /// <summary>A list of <c>choices.yaml</c>, or null and a mistake.</summary>
    public string? Choices(PackScalar? name) => Use("choices", known.Choices(name));

    /// <summary>A template without folder and ending, or null and a mistake.</summary>
    /// <param name="name">Its name as written.</param>
    /// <param name="folder"><c>documents</c> or <c>notices</c>.</param>
    public string? Template(PackScalar? name, string folder)
    {
        Use("template", known.Template(name, folder) is { } found ? $"{folder}/{found}" : null);
        return known.Template(name, folder);
    }

    /// <summary>True where the service has this section, read already or not, even under a mistyped key.</summary>
    public bool HasSection(string key) => service.Definition.Entries.Any(e => Nearest.Of(e.Key, [key]) is not null);

    private string? Use(string kind, string? name)
    {
        if (name is not null)
        {
            service.Uses.Add((kind, name));
        }
        return name;
    }
}
