using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Platform.Core.Data;
using Platform.Core.Packs;
using Platform.Web.Caching;

namespace Platform.Modules.Catalogue.Pages.Catalogue;

/// <summary>The largest places, or one place with those below it, its own services and those of the whole country.</summary>
[PublicPage]
public sealed class AreasModel(ActivePack active, TimeProvider clock, IStringLocalizer t) : PageModel
{
    public Pack Pack { get; } = active.Current.Pack;

    public Area? Area { get; private set; }

    public IEnumerable<Area> Below => Pack.Areas.Children(Area?.Code).Where(a => a.IsValidOn(Today)).OrderBy(NameOf, StringComparer.Create(CultureInfo.CurrentUICulture, ignoreCase: true));

    /// <summary>Services that differ here, or exist only here.</summary>
    public IEnumerable<ServiceDefinition> Local => Here.Where(s => s.Area is not null);

    /// <summary>Services that are the same here as in the whole country.</summary>
    public IEnumerable<ServiceDefinition> National => Here.Where(s => s.Area is null);

    /// <summary>The place is not there any more, or not yet.</summary>
    public bool IsGone => Area is not null && !Area.IsValidOn(Today);

    /// <summary>What a place that is gone belongs to now, where the pack says.</summary>
    public Area? Successor => IsGone && Area!.ReplacedBy is { } code ? Pack.Areas.Find(code) : null;

    private DateOnly Today => LocalDay.Of(clock.Now(), Pack);

    private IEnumerable<ServiceDefinition> Here => Area is null ? [] : Pack.Services.In(Area, Pack.Services.All).ByTitle(t);

    public IActionResult OnGet(string? code)
    {
        Area = code is null ? null : Pack.Areas.Find(code);
        return code is not null && Area is null ? NotFound() : Page();
    }

    public static string NameOf(Area area) => area.Name(CultureInfo.CurrentUICulture.Name);

    /// <summary>The level of the places below, as the pack calls it.</summary>
    public AreaLevel? LevelBelow => Below.FirstOrDefault() is { } first ? Pack.AreaLevels.FirstOrDefault(l => l.Id == first.Level) : null;
}
