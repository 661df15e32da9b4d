using Platform.Core.Data;
using Platform.Web.Languages;

namespace Platform.Web.Sites;

/// <summary>What every page needs to know of the active pack: names, languages and looks of one release.</summary>
public sealed record Site
{
    /// <summary>The active release, to compare only; changes with everything the public pages show.</summary>
    public required string Release { get; init; }

    /// <summary>The languages one can choose; the first is the default.</summary>
    public required IReadOnlyList<PageLanguage> Languages { get; init; }

    /// <summary>The portal's name in the language of the request.</summary>
    public required Func<string> Name { get; init; }

    /// <summary>One line beneath the name, or null.</summary>
    public Func<string?> Tagline { get; init; } = () => null;

    /// <summary>Every page says that this is not a government site.</summary>
    public bool Demonstration { get; init; }

    /// <summary>The pack's own pages in the language of the request, by their names.</summary>
    public Func<IReadOnlyList<SitePage>> Pages { get; init; } = () => [];

    /// <summary>When what the public pages show was last changed; null where there is nothing yet.</summary>
    public Instant? ChangedAt { get; init; }

    public required SiteLooks Looks { get; init; }

    /// <summary>Mistakes of a pack edit that could not be activated, shown in Development.</summary>
    public IReadOnlyList<string> PackErrors { get; init; } = [];

    public PageLanguage? Language(string? tag) => Languages.FirstOrDefault(l => string.Equals(l.Tag, tag, StringComparison.OrdinalIgnoreCase));
}

/// <summary>A page of the pack, as the foot of every page links to it.</summary>
/// <param name="Path">Within a language.</param>
public sealed record SitePage(string Title, string Path);

/// <summary>The brand's tokens and files.</summary>
/// <param name="Colours">By token (<c>brand</c>, <c>on-brand</c>, <c>accent</c>...), as <c>#rrggbb</c>.</param>
/// <param name="BodyFonts">Families of running text in order of preference.</param>
/// <param name="HeadingFonts">Families of headings; empty: as running text.</param>
/// <param name="LineHeight">A factor of the letters' size.</param>
/// <param name="Radius">A CSS length.</param>
/// <param name="Spacing">A factor.</param>
/// <param name="Files">The files that the theme names, by path, as <c>media/logo.svg</c>.</param>
public sealed record SiteLooks(
    IReadOnlyDictionary<string, string> Colours,
    IReadOnlyList<string> BodyFonts,
    IReadOnlyList<string> HeadingFonts,
    decimal LineHeight,
    string Radius,
    decimal Spacing,
    IReadOnlyList<SiteFont> Fonts,
    string? Logo,
    string? Favicon,
    IReadOnlyDictionary<string, byte[]> Files);

/// <summary>A font file that the pack brings.</summary>
public sealed record SiteFont(string Family, int Weight, string File);

/// <summary>Gives the site of the active release. Replaced whole when a release is activated.</summary>
public sealed class ActiveSite(Func<Site> current)
{
    public Site Current => current();
}
