using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Platform.Core.Texts;
using Platform.Modules.Statistics.Figures;
using Platform.Web.Caching;
using Platform.Web.Languages;

namespace Platform.Modules.Statistics.Pages.Statistics.Public;

/// <summary>How many applications there were, by service, place, way and outcome. It changes once a month; an hour is soon enough.</summary>
[PublicPage("year", "month", "organization", Seconds = 3600)]
internal sealed class IndexModel(FigureReading reading, FigureNames names, IStringLocalizer t) : PageModel
{
    private FigureChoices choices = null!;

    /// <summary>Null while no month was counted.</summary>
    public PublicFigures? Figures { get; private set; }

    public FigureNames Names => names;

    public string Title => names.Period(Figures!.Period);

    /// <summary>The same figures as a file.</summary>
    public string Download => HttpContext.InLanguage($"/statistics.csv{Request.QueryString}");

    public IReadOnlyList<SelectListItem> Years =>
        [new(t["The last twelve months"], ""), .. choices.Years.Select(y => Item(t.Formats().Year(y), y, Figures!.Period.Year))];

    public IReadOnlyList<SelectListItem> Months =>
        [new(t["All months"], ""), .. Enumerable.Range(1, 12).Select(m => Item(CultureInfo.CurrentUICulture.DateTimeFormat.GetMonthName(m), m, Figures!.Period.Month))];

    public IReadOnlyList<SelectListItem> Organizations =>
        [new(t["All organizations"], ""), .. choices.Organizations.Select(o => new SelectListItem(names.Organization(o), o, o == Figures!.Organization)).OrderBy(o => o.Text, StringComparer.Create(CultureInfo.CurrentUICulture, ignoreCase: true))];

    public ShownFigures Shown => new(Figures!, names, t);

    public async Task<IActionResult> OnGetAsync(int? year, int? month, string? organization, CancellationToken cancellationToken)
    {
        if (!await reading.KnowsAsync(organization, cancellationToken))
        {
            return NotFound();
        }

        Figures = await reading.ReadAsync(new(year, month, organization), cancellationToken);
        if (Figures is not null)
        {
            choices = (await reading.ChoicesAsync(cancellationToken))!;
        }

        return Page();
    }

    private static SelectListItem Item(string text, int value, int? chosen) => new(text, value.ToString(CultureInfo.InvariantCulture), value == chosen);
}
