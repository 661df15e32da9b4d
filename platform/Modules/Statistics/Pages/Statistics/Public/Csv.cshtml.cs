using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Platform.Core.Texts;
using Platform.Modules.Statistics.Figures;
using Platform.Web.Caching;

namespace Platform.Modules.Statistics.Pages.Statistics.Public;

/// <summary>The same figures as a file for spreadsheets.</summary>
[PublicPage("year", "month", "organization", Seconds = 3600)]
internal sealed class CsvModel(FigureReading reading, FigureNames names, IStringLocalizer t) : PageModel
{
    public async Task<IActionResult> OnGetAsync(int? year, int? month, string? organization, CancellationToken cancellationToken)
    {
        if (!await reading.KnowsAsync(organization, cancellationToken))
        {
            return NotFound();
        }

        var figures = await reading.ReadAsync(new(year, month, organization), cancellationToken);
        var rows = new List<string[]> { new string[] { t["Period"], t["Figure"], t["Code"], t["Name"], t["How many"] } };
        if (figures is not null)
        {
            Add(rows, figures);
        }

        Response.Headers.ContentDisposition = $"attachment; filename=\"statistics-{figures?.Period.From:yyyy-MM}.csv\"";
        return File(Encoding.UTF8.GetBytes(CsvRows.WriteForSpreadsheet(rows)), "text/csv; charset=utf-8");
    }

    private void Add(List<string[]> rows, PublicFigures figures)
    {
        var period = names.Period(figures.Period);
        void Line(string figure, string code, string name, decimal? number)
        {
            if (number is { } told)
            {
                rows.Add([period, figure, code, name, told.ToString(CultureInfo.InvariantCulture)]);
            }
        }

        Line(t["Applications sent"], "", "", figures.Sent);
        Line(t["Applications closed"], "", "", figures.Closed);
        Line(t["People who said how satisfied they are"], "", "", figures.Ratings);
        Line(t["Satisfaction"], "", t["From 1 to 5"], figures.Satisfaction);
        var shown = new ShownFigures(figures, names, t);
        foreach (var breakdown in shown.Groups.Prepend(shown.Months))
        {
            foreach (var group in breakdown.Of.Groups)
            {
                Line(breakdown.Title, group.Id, breakdown.NameOf(group.Id), group.Count);
            }

            Line(breakdown.Title, "", t["Others, too few to name each"], breakdown.Of.Others);
        }
    }
}
