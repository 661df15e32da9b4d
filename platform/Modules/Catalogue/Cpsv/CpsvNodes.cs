using System.Text.Json.Serialization;

namespace Platform.Modules.Catalogue.Cpsv;

/// <summary>A thing of the graph. The names of properties are terms of <see cref="CpsvContext"/>; null ones are left out.</summary>
/// <param name="Id">Its address, from the document's on.</param>
internal abstract record CpsvNode(
    [property: JsonPropertyName("@id"), JsonPropertyOrder(-2)] string Id,
    [property: JsonPropertyName("@type"), JsonPropertyOrder(-1)] params string[] Type);

/// <summary>A text by the language that it is really in: what is not translated is said once.</summary>
internal sealed class CpsvText : Dictionary<string, string>;

/// <summary>The catalogue itself.</summary>
internal sealed record CpsvCatalogue(string Id, CpsvText Title, CpsvText Description, string Publisher, string LandingPage) : CpsvNode(Id, "Catalogue");

internal sealed record CpsvPublisher(string Id, string Identifier, CpsvText Title) : CpsvNode(Id, "Agent");

internal sealed record CpsvService(string Id, string Identifier, CpsvText Title, CpsvText Description) : CpsvNode(Id, "PublicService")
{
    public required string HasCompetentAuthority { get; init; }

    public required string IsPartOf { get; init; }

    public required IReadOnlyList<string> Language { get; init; }

    public required IReadOnlyList<string> Spatial { get; init; }

    public required IReadOnlyList<string> Audience { get; init; }

    public required IReadOnlyList<string> HasChannel { get; init; }

    public IReadOnlyDictionary<string, string[]>? Keyword { get; init; }

    /// <summary>ISO 8601; null where it is promised in working days, of which that standard knows nothing.</summary>
    public string? ProcessingTime { get; init; }

    public string? ContactPoint { get; init; }

    public string? Produces { get; init; }

    public IReadOnlyList<string>? IsGroupedBy { get; init; }

    public IReadOnlyList<string>? RelatedService { get; init; }

    public IReadOnlyList<string>? HasCost { get; init; }

    public IReadOnlyList<string>? HasLegalResource { get; init; }

    public IReadOnlyList<string>? HoldsRequirement { get; init; }
}

/// <summary>A public body.</summary>
internal sealed record CpsvOrganization(string Id, string Identifier, CpsvText PrefLabel, IReadOnlyList<string> Spatial, string? SubOrganizationOf) : CpsvNode(Id, "PublicOrganisation", "Organization");

internal sealed record CpsvContact(string Id, string? Telephone, string? Email, string? ContactPage) : CpsvNode(Id, "ContactPoint");

internal sealed record CpsvChannel(string Id, string Identifier, string Kind, string OwnedBy) : CpsvNode(Id, "Channel");

/// <param name="HasValue">In whole units of the currency; null where it depends on the answers.</param>
/// <param name="Note">Said of what is not the law.</param>
internal sealed record CpsvCost(string Id, string Identifier, CpsvText Description, decimal? HasValue, string Currency, string IsDefinedBy, CpsvText? Note) : CpsvNode(Id, "Cost");

internal sealed record CpsvLaw(string Id, CpsvText Title, string? Article, string? SeeAlso, CpsvText? Note) : CpsvNode(Id, "LegalResource");

internal sealed record CpsvRequirement(string Id, string Identifier, CpsvText Title, CpsvText? Description) : CpsvNode(Id, "Requirement");

internal sealed record CpsvOutput(string Id, string Identifier, CpsvText Title) : CpsvNode(Id, "Output");

/// <summary>A life event, or one in the life of a business.</summary>
internal sealed record CpsvEvent(string Id, string Identifier, CpsvText Title, CpsvText? Description, [property: JsonIgnore] bool Business)
    : CpsvNode(Id, "Event", Business ? "BusinessEvent" : "LifeEvent");

/// <summary>A place. Both types are asked for: that of a service's place, and that of an organization's.</summary>
internal sealed record CpsvPlace(string Id, string Identifier, CpsvText? PrefLabel, string? Within) : CpsvNode(Id, "Location", "AdministrativeUnit");

internal sealed record CpsvLanguage(string Id, string Notation) : CpsvNode(Id, "LinguisticSystem");

internal sealed record CpsvConcept(string Id, string Notation) : CpsvNode(Id, "Concept");

internal sealed record CpsvPage(string Id) : CpsvNode(Id, "Document");
