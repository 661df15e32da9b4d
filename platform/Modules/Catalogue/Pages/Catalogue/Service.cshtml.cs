using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Platform.Core.Data;
using Platform.Core.Packs;
using Platform.Core.Texts;
using Platform.Web.Caching;
using Platform.Web.Languages;

namespace Platform.Modules.Catalogue.Pages.Catalogue;

/// <summary>Answers in its first screen: can I, what do I need, what does it cost, how long, start.</summary>
[PublicPage("area")]
public sealed class ServiceModel(ActivePack active, TimeProvider clock, IStringLocalizer texts) : PageModel
{
    private const int MostNotNamed = 4;

    public Pack Pack { get; } = active.Current.Pack;

    public ServiceDefinition Service { get; private set; } = null!;

    /// <summary>Its title, spoken; null where nobody did.</summary>
    public Recording? Spoken => Pack.Recordings.Find(HttpContext.Language().Tag, Service.Title, texts.Pack(Service.Title).Value);

    /// <summary>The place whose local variant is shown; null for the national one.</summary>
    public Area? Area { get; private set; }

    /// <summary>The service of the whole country that a variant is shown instead of; null on its own page.</summary>
    public ServiceDefinition? National => Service.Area is null ? null : Pack.Services.Find(Service.Id);

    /// <summary>Where it is done differently.</summary>
    public IEnumerable<ServiceDefinition> Variants => Pack.Services.Variants(Service.Id);

    /// <summary>The place that the shown variant is for, which may be larger than the place asked for.</summary>
    public Area? VariantArea => Service.Area is { } code ? Pack.Areas.Find(code) : null;

    public IEnumerable<LocalDifference> Differences => new LocalDifferences(this, texts).Between(National!, Service);

    /// <summary>Why it cannot be applied for today; null where it can.</summary>
    public string? NotNow => LocalDay.Of(clock.Now(), Pack) switch
    {
        var today when Service.HoldsOn(today) => null,
        var today when today < Service.ValidFrom => texts["This holds from {0}. Until then it cannot be applied for.", texts.Formats().Date(Service.ValidFrom)].Value,
        _ => texts["This ended on {0}. It can no longer be applied for.", texts.Formats().Date(Service.ValidTo!.Value)].Value,
    };

    public Organization? Organization => Pack.Organizations.Find(Service.Organization);

    /// <summary>Those the pack names; where it names none, a few of the same life events. As they hold in the place that was asked for.</summary>
    public IEnumerable<ServiceDefinition> Related =>
        (Service.Related.Count > 0 ? Service.Related : OfTheSameLifeEvents).Select(id => Pack.Services.Find(id, Area)).OfType<ServiceDefinition>();

    private IEnumerable<string> OfTheSameLifeEvents =>
        Pack.Services.All.Where(s => s.Id != Service.Id && s.LifeEvents.Intersect(Service.LifeEvents).Any()).Select(s => s.Id).Take(MostNotNamed);

    public string StructuredData => ServiceJsonLd.Write(Service, Pack, texts);

    public IActionResult OnGet(string id, string? area)
    {
        Area = area is null ? null : Pack.Areas.Find(area);
        if (Pack.Services.Find(id, Area) is not { } service)
        {
            return NotFound();
        }

        Service = service;
        return Page();
    }

    public string Money(OfferedCost cost) => cost switch
    {
        { MinorUnits: null } => texts["Depends on your answers"],
        { MinorUnits: 0 } => texts["Free"],
        { MinorUnits: { } units } => texts.Formats().Money(units, Pack.Currency.Code, Pack.Currency.MinorDigits),
    };

    public string Duration(PackDuration duration)
    {
        var formats = texts.Formats();
        return duration.Unit switch
        {
            PackDurationUnit.Hours => formats.Hours(duration.Amount),
            PackDurationUnit.WorkingDays => formats.WorkingDays(duration.Amount),
            PackDurationUnit.Days => formats.Days(duration.Amount),
            PackDurationUnit.Weeks => formats.Weeks(duration.Amount),
            PackDurationUnit.Months => formats.Months(duration.Amount),
            _ => formats.Years(duration.Amount),
        };
    }

    public string Name(Channel channel) => CatalogueNames.Of(texts, channel);

    public IEnumerable<string> Paragraphs(PackText text) => texts.Pack(text).Value.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
