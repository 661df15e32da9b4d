using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Modules;
using Platform.Core.Packs;
using Platform.Core.People;
using Platform.Web.Caching;
using Platform.Web.Languages;

namespace Platform.Web.Menus;

/// <summary>
/// The entries of the modules' menus that a page shows. A public page is the same for everybody, so it shows those for which nobody needs a permission.
/// </summary>
public sealed class Menu(ModuleCatalog catalog, ActivePack? active = null)
{
    private OfPack? found;

    /// <param name="place">One of <see cref="MenuPlaces"/>.</param>
    public IReadOnlyList<MenuEntry> For(HttpContext context, string place)
    {
        var isPublic = context.GetEndpoint()?.Metadata.GetMetadata<PublicPageAttribute>() is not null;
        var viewer = isPublic ? null : context.RequestServices.GetRequiredService<Viewer>();
        IEnumerable<MenuEntry> account = place == MenuPlaces.Public && viewer?.PersonId is not null ? Entries(MenuPlaces.Account) : [];
        return [.. account.UnionBy(Entries(place), e => e.Path).OrderBy(e => e.Place != place).Where(e => e.Permission is null || (viewer is not null && catalog.Admits(viewer, e.Permission)))];
    }

    /// <summary>The way to the other side: for an official the first page of the desk, at the desk the person's own affairs. Null where there is none.</summary>
    /// <param name="place">Where the page stands, one of <see cref="MenuPlaces"/>.</param>
    public MenuEntry? Door(HttpContext context, string place) =>
        For(context, place == MenuPlaces.Desk ? MenuPlaces.Account : MenuPlaces.Desk) is [var first, ..] ? first : null;

    /// <param name="shown">The whole menu: of entries one below the other, only the deepest that leads to the page is current.</param>
    /// <returns><c>page</c> or <c>true</c> for <c>aria-current</c>, null where the request is elsewhere.</returns>
    public static string? Current(HttpContext context, MenuEntry entry, IEnumerable<MenuEntry> shown)
    {
        var path = context.Request.Path.Value!;
        var deepest = shown.Where(e => Holds(context.InLanguage(e.Path), path)).MaxBy(e => e.Path.Length);
        return entry != deepest ? null : path == context.InLanguage(entry.Path) ? "page" : "true";
    }

    // An error page may be drawn before any pack is live.
    private IEnumerable<MenuEntry> Entries(string place)
    {
        var pack = active is { Any: true } ? active.Current.Pack : null;
        var known = found;
        if (known is null || known.Pack != pack)
        {
            found = known = new(pack);
        }

        return known.Places.GetOrAdd(place, name => [.. catalog.Menu(name, pack)]);
    }

    // Found once for each pack that goes live, and not for each page three times.
    private sealed record OfPack(Pack? Pack)
    {
        public ConcurrentDictionary<string, IReadOnlyList<MenuEntry>> Places { get; } = new();
    }

    private static bool Holds(string target, string path) => path == target || path.StartsWith(target + "/", StringComparison.Ordinal);
}
