namespace Platform.Core.Packs;

/// <summary>The services of a pack: national ones, and local variants that take their place inside an area.</summary>
public sealed class PackServices
{
    private readonly Dictionary<(string Id, string? Area), ServiceDefinition> byKey;

    internal PackServices(IReadOnlyList<ServiceDefinition> services)
    {
        Everything = services;
        byKey = services.ToDictionary(s => (s.Id, s.Area));
        All = [.. services.DistinctBy(s => s.Id).Select(s => byKey.GetValueOrDefault((s.Id, null), s))];
        Places = [.. services.Select(s => s.Area).OfType<string>().Concat(services.SelectMany(s => s.Areas)).Distinct()];
    }

    /// <summary>One entry per id, the national one where there is one, ordered by id.</summary>
    public IReadOnlyList<ServiceDefinition> All { get; }

    /// <summary>National services and local variants.</summary>
    public IReadOnlyList<ServiceDefinition> Everything { get; }

    /// <summary>The codes of the areas in which something is offered otherwise than around them: by a local variant, or only there.</summary>
    public IReadOnlyList<string> Places { get; }

    /// <summary>The national service, or null.</summary>
    public ServiceDefinition? Find(string id) => byKey.GetValueOrDefault((id, null));

    /// <summary>The variants of a national service, in the order of their areas; empty where it is the same everywhere.</summary>
    public IEnumerable<ServiceDefinition> Variants(string id) => Find(id) is null ? [] : Everything.Where(s => s.Id == id && s.Area is not null);

    /// <summary>Those of the services that are offered in an area, in their order, each as it holds there.</summary>
    public IEnumerable<ServiceDefinition> In(Area area, IEnumerable<ServiceDefinition> services) => services.Select(s => Find(s.Id, area)).OfType<ServiceDefinition>().Where(s => IsOffered(s, area));

    private static bool IsOffered(ServiceDefinition service, Area area) =>
        service.Area is not null || service.Areas.Count == 0 || area.Upwards().Any(a => service.Areas.Contains(a.Code));

    /// <summary>The service as it holds in an area: the nearest local variant, else the national one, else null.</summary>
    public ServiceDefinition? Find(string id, Area? area) =>
        area?.Upwards().Select(a => byKey.GetValueOrDefault((id, a.Code))).FirstOrDefault(s => s is not null) ?? Find(id);
}
