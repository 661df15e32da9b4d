using Platform.Core.Texts;

namespace Platform.Core.Packs;

/// <summary>How sure the platform must be of who applies.</summary>
public enum Assurance { None, Low, Substantial, High }

/// <summary>Ways to apply.</summary>
public enum Channel { Online, Counter, Phone, Post, MobileTeam }

/// <summary>What a citizen, business, official or agency can apply for: the base fields, and the sections of modules.</summary>
public sealed record ServiceDefinition
{
    /// <summary>Kebab-case id; CPSV-AP identifier.</summary>
    public required string Id { get; init; }

    /// <summary>Code of the area of a local variant; null for the whole country.</summary>
    public string? Area { get; init; }

    /// <summary>Id of the organization that provides it.</summary>
    public required string Organization { get; init; }

    /// <summary>What people call it.</summary>
    public required PackText Title { get; init; }

    /// <summary>One sentence: what for.</summary>
    public required PackText Summary { get; init; }

    /// <summary>Name of a line icon.</summary>
    public string? Icon { get; init; }

    /// <summary>Longer, in paragraphs apart by an empty line.</summary>
    public PackText? Description { get; init; }

    /// <summary>Who can apply.</summary>
    public PackText? Eligibility { get; init; }

    /// <summary>What one receives.</summary>
    public PackText? Result { get; init; }

    /// <summary>Whom it is for; at least one.</summary>
    public required IReadOnlyList<Audience> Audience { get; init; }

    /// <summary>Ids of life events.</summary>
    public IReadOnlyList<string> LifeEvents { get; init; } = [];

    /// <summary>The law it rests on.</summary>
    public IReadOnlyList<LegalBasis> LegalBasis { get; init; } = [];

    /// <summary>First day on which this definition holds.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Last day; null when open.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Whether it can be applied for on a day.</summary>
    public bool HoldsOn(DateOnly day) => ValidFrom <= day && (ValidTo is not { } last || day <= last);

    /// <summary>From 1; a correction keeps the first day and counts up.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>The day of the last correction, where its author says it.</summary>
    public DateOnly? CorrectedOn { get; init; }

    /// <summary>Since when it reads as it does.</summary>
    public DateOnly ChangedOn => CorrectedOn is { } corrected && corrected > ValidFrom ? corrected : ValidFrom;

    /// <summary>How sure the platform must be of who applies.</summary>
    public Assurance Assurance { get; init; }

    /// <summary>May be used without giving a name.</summary>
    public bool Anonymous { get; init; }

    /// <summary>When one gets an answer; null when nothing is promised.</summary>
    public ServiceDeadline? Deadline { get; init; }

    /// <summary>Ways to apply; at least one.</summary>
    public required IReadOnlyList<Channel> Channels { get; init; }

    /// <summary>What to have at hand.</summary>
    public IReadOnlyList<Requirement> WhatYouNeed { get; init; } = [];

    /// <summary>What happens, in order.</summary>
    public IReadOnlyList<ServiceStep> Steps { get; init; } = [];

    /// <summary>Words people search for, apart by commas.</summary>
    public PackText? Keywords { get; init; }

    /// <summary>Ids of services that belong together with it.</summary>
    public IReadOnlyList<string> Related { get; init; } = [];

    /// <summary>Codes of the areas where it is offered; empty: everywhere.</summary>
    public IReadOnlyList<string> Areas { get; init; } = [];

    /// <summary>Sensitive data that is asked, with the law that allows it.</summary>
    public IReadOnlyList<PersonalData> PersonalData { get; init; } = [];

    /// <summary>The merged definition that all this was read from.</summary>
    public PackMap Definition { get; init; } = new([], default);

    internal Dictionary<SectionReader, object> Sections { get; } = [];

    internal HashSet<(string Kind, string Name)> Uses { get; } = [];

    /// <summary>Its own texts, those of its sections included.</summary>
    internal IReadOnlyList<PackText> Texts { get; init; } = [];

    /// <summary>Costs known before applying, from the section that owns them; null where no module says anything of costs.</summary>
    public IReadOnlyList<OfferedCost>? Costs => Offers.Select(o => o.Costs).FirstOrDefault(c => c is not null);

    /// <summary>Path within a language where one starts online; null where one cannot.</summary>
    public string? StartPath => Channels.Contains(Channel.Online) ? Here(Offers.Select(o => o.StartPath)) : null;

    /// <summary>Where the paper form is; null where nobody takes one.</summary>
    public string? PaperPath => Channels.Any(c => c is Channel.Counter or Channel.Post or Channel.MobileTeam) ? Here(Offers.Select(o => o.PaperPath)) : null;

    /// <summary>Everything that is asked of who applies, page by page; null where nothing is known of it.</summary>
    public IReadOnlyList<AskedPage>? Asked => Offers.Select(o => o.Asked).FirstOrDefault(a => a is not null);

    /// <summary>Answers decide which office handles it.</summary>
    public bool GoesByAnswers => Offers.Any(o => o.GoesByAnswers);

    // A section knows the service, not the place.
    private string? Here(IEnumerable<string?> paths) => paths.FirstOrDefault(p => p is not null) is not { } path ? null : Area is null ? path : $"{path}?area={Uri.EscapeDataString(Area)}";

    private IEnumerable<IServiceOffer> Offers => Sections.Values.OfType<IServiceOffer>();

    /// <summary>A module's section, or null when the service has none or the module is off.</summary>
    public T? Section<T>() where T : class => Sections.Values.OfType<T>().FirstOrDefault();
}
