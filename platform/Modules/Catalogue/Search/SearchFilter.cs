using Platform.Core.Packs;

namespace Platform.Modules.Catalogue.Search;

/// <summary>By what found services are narrowed; null: not by that.</summary>
/// <param name="Area">Where one lives: services offered there, each as it holds there.</param>
public sealed record SearchFilter(string? Organization = null, Audience? Audience = null, Channel? Channel = null, Area? Area = null)
{
    public bool IsEmpty => this is (null, null, null, null);

    /// <summary>The services that fit, in their order; where an area is named, its local variants in place of the national ones.</summary>
    public IEnumerable<ServiceDefinition> Of(IEnumerable<ServiceDefinition> services, PackServices all)
    {
        ArgumentNullException.ThrowIfNull(all);
        return IsEmpty ? services : (Area is null ? services : all.In(Area, services)).Where(Fits);
    }

    private bool Fits(ServiceDefinition service) =>
        (Organization is null || service.Organization == Organization)
        && (Audience is not { } audience || service.Audience.Contains(audience))
        && (Channel is not { } channel || service.Channels.Contains(channel));
}
