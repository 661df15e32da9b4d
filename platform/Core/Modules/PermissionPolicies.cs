using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Platform.Core.People;

namespace Platform.Core.Modules;

/// <summary>
/// Every declared permission is a policy of the same name: the viewer holds it somewhere, or, where it is over the whole instance, everywhere.
/// Where exactly (organization, area) the page or store asks again through <see cref="Viewer.May(string, string, string?)"/> or a <see cref="Scope"/>. An undeclared name is an error, not an open door,
/// and an endpoint that says nothing needs somebody signed in.
/// </summary>
public sealed class PermissionPolicies(ModuleCatalog catalog) : IConfigureOptions<AuthorizationOptions>
{
    public void Configure(AuthorizationOptions options)
    {
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
        foreach (var permission in catalog.Permissions)
        {
            options.AddPolicy(permission, policy => policy.RequireAuthenticatedUser().RequireAssertion(c => Holds(c, permission)));
        }
    }

    private bool Holds(AuthorizationHandlerContext context, string permission) =>
        context.Resource is HttpContext http && http.RequestServices.GetRequiredService<Viewer>() is var viewer && catalog.Admits(viewer, permission);
}
