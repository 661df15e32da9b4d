using Platform.Core.Packs;

namespace Platform.Cli.Catalogue.Coverage;

/// <summary>How a service is offered in a place.</summary>
internal enum Offer
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>As in the whole country.</summary>
    National,

    /// <summary>By a variant of its own, or only there.</summary>
    Own,

    /// <summary>Otherwise, or at all, only in a part of it.</summary>
    Part,
}

/// <param name="Title">In the language of the table.</param>
internal sealed record CoverageRow(string Id, string Title, IReadOnlyList<Offer> Offers)
{
    public bool IsEverywhere => Offers.All(o => o == Offer.National);
}

/// <summary>Services down, places of one level across.</summary>
internal sealed record CoverageTable(string Name, string Level, IReadOnlyList<(string Code, string Name)> Places, IReadOnlyList<CoverageRow> Rows)
{
    /// <param name="level">An id of <c>area-levels</c>; null: the largest places.</param>
    /// <returns>Null where the pack has no places of this level.</returns>
    public static CoverageTable? Of(Pack pack, string? level, string language)
    {
        IReadOnlyList<Area> areas = level is null ? pack.Areas.Roots : [.. pack.Areas.All.Where(a => a.Level == level)];
        var rows = pack.Services.All.Select(s => new CoverageRow(s.Id, pack.Texts.Get(language, s.Title).Value, [.. areas.Select(a => OfferOf(pack, s.Id, a))]));
        return areas.Count == 0 ? null : new(pack.Texts.Get(language, pack.Brand.Name).Value, areas[0].Level, [.. areas.Select(a => (a.Code, a.Name(language)))], [.. rows]);
    }

    private static Offer OfferOf(Pack pack, string id, Area area)
    {
        var offered = pack.Services.Find(id, area) is { } service && pack.Services.In(area, [service]).Any() ? service : null;
        return offered?.Area is not null ? Offer.Own
            : DiffersInside(pack, id, area, offered) ? Offer.Part
            : offered is null ? Offer.None
            : Offer.National;
    }

    private static bool DiffersInside(Pack pack, string id, Area area, ServiceDefinition? offered) =>
        pack.Services.Everything.Where(s => s.Id == id)
            .SelectMany(s => s.Area is { } own ? [own] : offered is null ? s.Areas : [])
            .Any(code => code != area.Code && pack.Areas.TryFind(code, out var place) && place.Upwards().Contains(area));
}
