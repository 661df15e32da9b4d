using System.Globalization;
using Microsoft.Extensions.Localization;
using Platform.Core.Packs;
using Platform.Core.People;
using Platform.Core.Texts;
using Platform.Modules.Cases.Workflow;

namespace Platform.Modules.Statistics.Figures;

/// <summary>What groups are called in the language of the request. What the pack no longer knows is called by its id.</summary>
public sealed class FigureNames(ActivePack active, IStringLocalizer t)
{
    private readonly Pack pack = active.Current.Pack;

    public string Service(string id) => pack.Services.Find(id) is { } service ? t.Pack(service.Title).Value : id;

    public string Organization(string id) => pack.Organizations.Find(id) is { } organization ? t.Pack(organization.Name).Value : id;

    public string Area(string code) => code.Length == 0 ? t["No place"] : pack.Areas.Find(code) is { } area ? pack.Areas.Label(area, t.Formats().Language) : code;

    public string Channel(string channel) => channel switch
    {
        Channels.Web => t["Online, on this site"],
        Channels.Counter => t["At a counter"],
        Channels.Paper => t["On paper"],
        Channels.Api => t["Through another program"],
        _ => channel,
    };

    /// <summary>The final states that packs share have one word for all services; any other is called as most services call it.</summary>
    public string Outcome(string state) => state switch
    {
        "approved" => t["Approved"],
        "rejected" => t["Rejected"],
        "withdrawn" => t["Withdrawn by the applicant"],
        "lapsed" => t["Closed without a decision"],
        _ => InMostServices(state) ?? state,
    };

    /// <param name="month">As <c>2026-10</c>.</param>
    public string Month(string month) => Month(DateOnly.ParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture));

    public string Month(DateOnly month) => t.Formats().Date(month.Year, month.Month, null);

    public string Period(Period period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return period.From == period.Until ? Month(period.From) : t["{0} to {1}", Month(period.From), Month(period.Until)];
    }

    private string? InMostServices(string state)
    {
        var titles = pack.Services.All.Select(s => s.Section<WorkflowSection>()?.Find(state)?.Title).OfType<PackText>();
        return titles.GroupBy(title => t.Pack(title).Value).MaxBy(same => same.Count())?.Key;
    }
}
