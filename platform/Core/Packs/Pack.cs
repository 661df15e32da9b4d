using NodaTime;
using Platform.Core.Texts;

namespace Platform.Core.Packs;

/// <summary>Everything that makes the platform one government's portal, read and checked: an immutable snapshot.</summary>
public sealed record Pack
{
    /// <summary>The name of the topmost layer.</summary>
    public required string Name { get; init; }

    /// <summary>The version of the topmost layer.</summary>
    public required string Version { get; init; }

    /// <summary>BCP 47 tags in the order of the language switch; the first is the default.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>The tag that texts are written in before translation.</summary>
    public required string SourceLanguage { get; init; }

    /// <summary>The tag shown to somebody who has not chosen.</summary>
    public string DefaultLanguage => Languages[0];

    /// <summary>What fees are paid in.</summary>
    public required PackCurrency Currency { get; init; }

    /// <summary>The zone of all dates and deadlines.</summary>
    public required DateTimeZone TimeZone { get; init; }

    /// <summary>How people are named.</summary>
    public required PersonNames Names { get; init; }

    /// <summary>How telephone numbers look; null when any will do.</summary>
    public PhoneRule? Phone { get; init; }

    /// <summary>How identity numbers look; null when there are none.</summary>
    public IdNumberRule? IdNumber { get; init; }

    /// <summary>Levels of areas, from large to small.</summary>
    public IReadOnlyList<AreaLevel> AreaLevels { get; init; } = [];

    /// <summary>Names of the modules that are on; null: all that are installed.</summary>
    public IReadOnlyList<string>? Modules { get; init; }

    /// <summary>Names of the connectors that are bundled.</summary>
    public IReadOnlyList<string> Connectors { get; init; } = [];

    /// <summary>Names of connectors that the program has and this pack does not list: they are off.</summary>
    public IReadOnlyList<string> OtherConnectors { get; init; } = [];

    /// <summary>Identity providers outside that people may sign in with, in the order of the page.</summary>
    public PackIndex<SignInProvider> SignInProviders { get; init; } = PackIndex<SignInProvider>.Empty;

    /// <summary>Ids of the services that most people come for, to stand below the search on the first page.</summary>
    public IReadOnlyList<string> AskedMost { get; init; } = [];

    /// <summary>Name and look.</summary>
    public required Brand Brand { get; init; }

    /// <summary>All places.</summary>
    public AreaTree Areas { get; init; } = new([]);

    /// <summary>Public bodies in the order of the pack.</summary>
    public PackIndex<Organization> Organizations { get; init; } = PackIndex<Organization>.Empty;

    /// <summary>Life events in the order of the pack.</summary>
    public PackIndex<LifeEvent> LifeEvents { get; init; } = PackIndex<LifeEvent>.Empty;

    /// <summary>Roles in the order of the pack.</summary>
    public PackIndex<Role> Roles { get; init; } = PackIndex<Role>.Empty;

    /// <summary>Shared lists to choose from.</summary>
    public PackIndex<ChoiceList> Choices { get; init; } = PackIndex<ChoiceList>.Empty;

    /// <summary>When offices work.</summary>
    public WorkingCalendar Calendar { get; init; } = WorkingCalendar.Plain;

    /// <summary>By language: groups of words that mean the same in a search.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<string>>> Synonyms { get; init; } = new Dictionary<string, IReadOnlyList<IReadOnlyList<string>>>();

    /// <summary>All services, with their local variants.</summary>
    public PackServices Services { get; init; } = new([]);

    /// <summary>Handlebars templates by folder and name, as <c>documents/residence-certificate</c>.</summary>
    public IReadOnlyDictionary<string, PackFile> Templates { get; init; } = new Dictionary<string, PackFile>();

    /// <summary>Pages written by editors.</summary>
    public PackPages Pages { get; init; } = new([], "");

    /// <summary>Files below <c>media/</c> and <c>theme/</c> by path.</summary>
    public IReadOnlyDictionary<string, PackFile> Assets { get; init; } = new Dictionary<string, PackFile>();

    /// <summary>Texts of the pack that can be heard.</summary>
    public PackRecordings Recordings { get; init; } = PackRecordings.None;

    /// <summary>Every layer's PO file by language tag, the lowest layer first.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<PackFile>> Locales { get; init; } = new Dictionary<string, IReadOnlyList<PackFile>>();

    /// <summary><c>formats.yaml</c> by language tag, for languages whose formats the runtime lacks.</summary>
    public IReadOnlyDictionary<string, PackFile> Formats { get; init; } = new Dictionary<string, PackFile>();

    /// <summary>Translations and formats.</summary>
    public PackTexts Texts { get; init; } = PackTexts.Empty;

    /// <summary>Every text that a person reads, once for each address.</summary>
    public IReadOnlyList<PackSentence> Sentences { get; init; } = [];

    /// <summary>The texts that templates say by <c>{{t "..."}}</c>; one text may stand in many of them.</summary>
    public IReadOnlyList<PackSentence> TemplateSentences { get; init; } = [];

    /// <summary>The merged <c>demo.yaml</c>: people, officials and cases of a demonstration; null when there is none.</summary>
    public PackNode? Demo { get; init; }

    /// <summary>True when the module or connector is on.</summary>
    public bool Has(string module) => Connectors.Contains(module) || (Modules?.Contains(module) ?? !OtherConnectors.Contains(module));
}
