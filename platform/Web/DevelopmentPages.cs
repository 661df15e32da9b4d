using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.Hosting;

namespace Platform.Web;

/// <summary>Pages below <c>Pages/Dev</c> exist in Development only.</summary>
internal sealed class DevelopmentPages(IHostEnvironment environment) : IPageRouteModelConvention
{
    public void Apply(PageRouteModel model)
    {
        if (!environment.IsDevelopment() && model.ViewEnginePath.StartsWith("/Dev/", StringComparison.Ordinal))
        {
            model.Selectors.Clear();
        }
    }
}
