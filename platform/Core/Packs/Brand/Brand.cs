using Platform.Core.Texts;

namespace Platform.Core.Packs;

/// <summary>A font file that the pack brings.</summary>
public sealed record FontFile(string Id, string Family, int Weight, string File);

/// <summary>What a portal looks like and is called.</summary>
public sealed record Brand
{
    /// <summary>The portal's name.</summary>
    public required PackText Name { get; init; }

    /// <summary>One line beneath the name.</summary>
    public PackText? Tagline { get; init; }

    /// <summary>Every page says that this is not a government site.</summary>
    public bool Demonstration { get; init; }

    /// <summary>Path of the logo below <c>media/</c>.</summary>
    public string? Logo { get; init; }

    /// <summary>Path of the icon below <c>media/</c>.</summary>
    public string? Favicon { get; init; }

    /// <summary>All colour tokens as <c>#rrggbb</c>, those the pack leaves out with their defaults.</summary>
    public required IReadOnlyDictionary<string, string> Colours { get; init; }

    /// <summary>Font families of running text, the first that has a letter wins.</summary>
    public IReadOnlyList<string> BodyFonts { get; init; } = [];

    /// <summary>Font families of headings; as the body's when empty.</summary>
    public IReadOnlyList<string> HeadingFonts { get; init; } = [];

    /// <summary>Height of a line as a factor of the letters' size.</summary>
    public decimal LineHeight { get; init; }

    /// <summary>Font files below <c>theme/</c>.</summary>
    public IReadOnlyList<FontFile> FontFiles { get; init; } = [];

    /// <summary>Roundness of corners, a CSS length.</summary>
    public required string Radius { get; init; }

    /// <summary>Factor for the space between things.</summary>
    public decimal Spacing { get; init; }
}
