using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Platform.Core.Modules;
using Platform.Core.People;

namespace Platform.Modules.Identity;

/// <summary>Who is asking, as the session cookie says.</summary>
/// <param name="PersonId">Null while nobody is signed in.</param>
/// <param name="Assurance"><c>none</c>, <c>low</c>, <c>substantial</c> or <c>high</c>.</param>
/// <param name="Permissions">What the person may do somewhere.</param>
/// <param name="CsrfToken">To be sent back with every request that changes something, in the header <paramref name="CsrfHeader"/>.</param>
public sealed record SessionAnswer(Guid? PersonId, string Assurance, IReadOnlyList<string> Permissions, string? CsrfToken, string? CsrfHeader);

internal static class IdentityApi
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/session", Session).AllowAnonymous();

    private static SessionAnswer Session(HttpContext context, Viewer viewer, ModuleCatalog catalog, IAntiforgery antiforgery)
    {
        var tokens = antiforgery.GetAndStoreTokens(context);
        return new(viewer.PersonId, viewer.Assurance, [.. catalog.Permissions.Where(viewer.May)], tokens.RequestToken, tokens.HeaderName);
    }
}
