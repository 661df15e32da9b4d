using Microsoft.AspNetCore.Authorization;

namespace Platform.Web.Caching;

/// <summary>
/// A page that is the same bytes for everybody: nothing of a person, no antiforgery token. It is cached before authentication, by release, path and
/// the query keys named here, and compressed, since it holds no secret.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PublicPageAttribute(params string[] queryKeys) : Attribute, IAllowAnonymous
{
    /// <summary>Keys of the query that change the page; all others are ignored.</summary>
    public IReadOnlyList<string> QueryKeys => queryKeys;

    /// <summary>Seconds the page may be served unchanged within one release.</summary>
    public int Seconds { get; init; } = 60;
}
