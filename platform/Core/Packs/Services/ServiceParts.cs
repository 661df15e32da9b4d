using Platform.Core.Texts;

namespace Platform.Core.Packs;

/// <summary>A law that a service rests on.</summary>
/// <param name="Title">The law's name.</param>
/// <param name="Article">Article or paragraph, as cited.</param>
/// <param name="Url">Where to read it.</param>
/// <param name="Example">Not the law of the land: shown with a mark.</param>
public sealed record LegalBasis(PackText Title, string? Article, string? Url, bool Example);

/// <summary>When one gets an answer.</summary>
public sealed record ServiceDeadline(PackDuration Within, PackText? Source, bool Example);

/// <summary>Something to have at hand when applying.</summary>
public sealed record Requirement(string Id, PackText Title, PackText? Description, PackText? When, string? Url);

/// <summary>A step on the way, as told to the person.</summary>
public sealed record ServiceStep(string Id, PackText Title, PackText? Description);

/// <summary>A category of sensitive data and the law that allows to ask for it.</summary>
public sealed record PersonalData(string Category, PackText LegalBasis);
