using System.Globalization;
using Platform.Core.Packs;

namespace Platform.Modules.Catalogue.Cpsv;

/// <summary>A service and what belongs to it alone.</summary>
internal sealed class CpsvServices(Pack pack, CpsvTexts texts, IReadOnlyList<string> everywhere)
{
    private readonly string[] languages = [.. pack.Languages.Select(CpsvNames.Language)];

    public IEnumerable<CpsvNode> Of(ServiceDefinition service)
    {
        var (channels, costs, laws, needs) = (Channels(service), Costs(service), Laws(service), Needs(service));
        var output = service.Result is { } result ? new CpsvOutput(CpsvNames.Part(service, "output", "result"), $"{CpsvNames.Key(service)}/result", texts.Of(result)) : null;
        yield return new CpsvService(CpsvNames.Service(service), CpsvNames.Key(service), texts.Of(service.Title), texts.Of(service.Description ?? service.Summary))
        {
            HasCompetentAuthority = CpsvNames.Organization(service.Organization),
            IsPartOf = CpsvNames.Catalogue,
            Language = languages,
            Spatial = Places(service),
            Audience = [.. service.Audience.Select(CpsvNames.Audience)],
            HasChannel = Ids(channels)!,
            Keyword = texts.Words(service.Keywords),
            ProcessingTime = Iso(service.Deadline?.Within),
            ContactPoint = pack.Organizations.Find(service.Organization) is { } body && CpsvContacts.Has(body) ? CpsvNames.Contact(body.Id) : null,
            Produces = output?.Id,
            IsGroupedBy = Some(service.LifeEvents.Select(CpsvNames.Event)),
            RelatedService = Some(Related(service).Select(CpsvNames.Service)),
            HasCost = Ids(costs),
            HasLegalResource = Ids(laws),
            HoldsRequirement = Ids(needs),
        };
        foreach (var part in (IEnumerable<CpsvNode>)[.. channels, .. costs, .. laws, .. needs, .. output is null ? (CpsvNode[])[] : [output]])
        {
            yield return part;
        }
    }

    private static CpsvChannel[] Channels(ServiceDefinition service) =>
        [.. service.Channels.Select(c => new CpsvChannel(
            CpsvNames.Part(service, "channels", CatalogueNames.Word(c)), $"{CpsvNames.Key(service)}/{CatalogueNames.Word(c)}", CpsvNames.ChannelKind(c), CpsvNames.Organization(service.Organization)))];

    private CpsvCost[] Costs(ServiceDefinition service) =>
        [.. (service.Costs ?? []).Select((c, n) => new CpsvCost(
            CpsvNames.Part(service, "costs", Number(n)), $"{CpsvNames.Key(service)}/cost-{Number(n)}", texts.Of(c.Title), c.MinorUnits is { } units ? pack.Currency.ToWhole(units) : null,
            CpsvNames.Currency(pack.Currency.Code), CpsvNames.Organization(service.Organization), texts.NoteOf(c.Example)))];

    private CpsvLaw[] Laws(ServiceDefinition service) =>
        [.. service.LegalBasis.Select((law, n) => new CpsvLaw(CpsvNames.Part(service, "laws", Number(n)), texts.Of(law.Title), law.Article, CpsvContacts.Page(law.Url), texts.NoteOf(law.Example)))];

    // Who can apply is a requirement like what to bring.
    private CpsvRequirement[] Needs(ServiceDefinition service) =>
        [.. Eligibility(service), .. service.WhatYouNeed.Select(n => new CpsvRequirement(CpsvNames.Part(service, "requirements", n.Id), $"{CpsvNames.Key(service)}/{n.Id}", texts.Of(n.Title), texts.OfAny(n.Description)))];

    private IEnumerable<CpsvRequirement> Eligibility(ServiceDefinition service) => service.Eligibility is { } who
        ? [new(CpsvNames.Part(service, "eligibility", "text"), $"{CpsvNames.Key(service)}/eligibility", texts.Of(who), null)]
        : [];

    private IReadOnlyList<string> Places(ServiceDefinition service) => service switch
    {
        { Area: { } area } => [CpsvNames.Area(area)],
        { Areas.Count: > 0 } => [.. service.Areas.Select(CpsvNames.Area)],
        _ => everywhere,
    };

    // A local variant belongs to the national service.
    private IEnumerable<ServiceDefinition> Related(ServiceDefinition service) =>
        service.Related.Select(id => pack.Services.Find(id)).Append(service.Area is null ? null : pack.Services.Find(service.Id)).OfType<ServiceDefinition>();

    // Weeks may not stand in an xsd:duration; working days have no place in ISO 8601 at all.
    private static string? Iso(PackDuration? duration) => duration is not { } span ? null : span.Unit switch
    {
        PackDurationUnit.Hours => $"PT{Number(span.Amount)}H",
        PackDurationUnit.Days => $"P{Number(span.Amount)}D",
        PackDurationUnit.Weeks => $"P{Number(7 * span.Amount)}D",
        PackDurationUnit.Months => $"P{Number(span.Amount)}M",
        PackDurationUnit.Years => $"P{Number(span.Amount)}Y",
        _ => null,
    };

    private static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);

    private static string[]? Ids(IEnumerable<CpsvNode> nodes) => Some(nodes.Select(n => n.Id));

    private static string[]? Some(IEnumerable<string> ids) => ids.ToArray() is { Length: > 0 } some ? some : null;
}
