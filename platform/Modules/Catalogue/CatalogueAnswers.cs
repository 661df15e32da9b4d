using Platform.Core.Packs;
using Platform.Core.Texts;

namespace Platform.Modules.Catalogue;

/// <summary>A service as programs see it. Texts are by language tag; <c>deadline</c> is a pack duration, as <c>3 working days</c>.</summary>
internal sealed record ServiceAnswer(
    string Id,
    IReadOnlyDictionary<string, string> Title,
    IReadOnlyDictionary<string, string> Summary,
    string Organization,
    string? Area,
    IReadOnlyList<string> Audience,
    IReadOnlyList<string> LifeEvents,
    IReadOnlyList<string> Channels,
    string? Deadline,
    IReadOnlyList<CostAnswer>? Costs,
    DateOnly ValidFrom);

/// <param name="Amount">In minor units of <paramref name="Currency"/>; null where it depends on the answers.</param>
/// <param name="Example">Not the law of the land.</param>
internal sealed record CostAnswer(IReadOnlyDictionary<string, string> Title, long? Amount, string Currency, bool Conditional, bool Example);

internal sealed record OrganizationAnswer(string Id, IReadOnlyDictionary<string, string> Name, string Type, string? Parent, string? Url);

internal sealed record AreaAnswer(string Code, string Level, IReadOnlyDictionary<string, string> Names, string? Parent, int Children);

internal sealed class CatalogueAnswers(Pack pack, Texts texts)
{
    public ServiceAnswer Of(ServiceDefinition service) => new(
        service.Id,
        Texts(service.Title),
        Texts(service.Summary),
        service.Organization,
        service.Area,
        [.. service.Audience.Select(CatalogueNames.Word)],
        service.LifeEvents,
        [.. service.Channels.Select(CatalogueNames.Word)],
        service.Deadline?.Within.ToString(),
        service.Costs?.Select(c => new CostAnswer(Texts(c.Title), c.MinorUnits, pack.Currency.Code, c.Conditional, c.Example)).ToList(),
        service.ValidFrom);

    public OrganizationAnswer Of(Organization organization) =>
        new(organization.Id, Texts(organization.Name), CatalogueNames.Word(organization.Type), organization.Parent, organization.Contact.Url);

    public static AreaAnswer Of(Area area) => new(area.Code, area.Level, area.Names, area.Parent?.Code, area.Children.Count);

    private Dictionary<string, string> Texts(PackText text) => pack.Languages.ToDictionary(l => l, l => texts.Get(l, text).Value);
}

/// <summary>A service that may be meant.</summary>
/// <param name="Href">Of its page.</param>
internal sealed record SuggestionAnswer(string Title, string Href);
