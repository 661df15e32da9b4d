using Platform.Core.Packs;

namespace Platform.Modules.Catalogue;

/// <summary>Where a service's page is, within a language: a local variant has its area in the query.</summary>
public static class ServicePath
{
    /// <returns>For example <c>/services/building-permit?area=06</c>.</returns>
    public static string Of(ServiceDefinition service)
    {
        ArgumentNullException.ThrowIfNull(service);
        return service.Area is { } area ? $"/services/{service.Id}?area={Uri.EscapeDataString(area)}" : $"/services/{service.Id}";
    }
}
