namespace Platform.Core.Packs;

/// <summary>Reads <c>brand</c> of <c>pack.yaml</c>.</summary>
internal static class BrandReader
{
    public static Brand Read(NodeReader reader, PackReferences known)
    {
        var fonts = reader.Map("fonts", r => new Fonts(r.Words("body"), r.Words("heading"), r.Number("line-height") ?? 1.5m)) ?? new([], [], 1.5m);
        return new()
        {
            Name = reader.Text("name"),
            Tagline = reader.OptionalText("tagline"),
            Demonstration = reader.Flag("demonstration"),
            Logo = known.File(reader.Scalar("logo"), "media/"),
            Favicon = known.File(reader.Scalar("favicon"), "media/"),
            Colours = reader.Map("colours", BrandColours.Read) ?? BrandColours.Plain,
            BodyFonts = fonts.Body,
            HeadingFonts = fonts.Heading,
            LineHeight = fonts.LineHeight,
            FontFiles = reader.List("font-files", r => new FontFile(r.Slug(), r.Required("family"), r.Whole("weight", 100, 900) ?? 400, known.File(r.RequiredScalar("file"), "theme/") ?? "")),
            Radius = reader.Optional("radius") ?? "4px",
            Spacing = reader.Number("spacing") ?? 1,
        };
    }

    private sealed record Fonts(IReadOnlyList<string> Body, IReadOnlyList<string> Heading, decimal LineHeight);
}
