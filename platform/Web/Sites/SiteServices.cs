using Microsoft.Extensions.DependencyInjection;

namespace Platform.Web.Sites;

internal static class SiteServices
{
    public static Site GetSite(this IServiceProvider services) => services.GetRequiredService<ActiveSite>().Current;
}
