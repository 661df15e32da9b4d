using Platform.Core.Packs;

namespace Platform.Modules.Catalogue;

/// <summary>Where a service's page is, within a language: a local variant has its area in the query.</summary>
public static class ServicePath
{
    /// <returns>For example <c>/services/building-permit?area=06</c>.</returns>
    public static string Of(ServiceDefinition service) => Of(service, "");

    /// <summary>The page that says what happens with an applicant's data.</summary>
    /// <returns>For example <c>/services/building-permit/privacy?area=06</c>.</returns>
    public static string Privacy(ServiceDefinition service) => Of(service, "/privacy");

    private static string Of(ServiceDefinition service, string below)
    {
        ArgumentNullException.ThrowIfNull(service);
        return $"/services/{service.Id}{below}{(service.Area is { } area ? $"?area={Uri.EscapeDataString(area)}" : "")}";
    }
}
