using Platform.Core.Packs;
using Platform.Core.Texts;

namespace Platform.Core.Tests.Packs;

/// <summary>A section as a module would bring it: a list of stamps, each with a text and the things it refers to.</summary>
public sealed record StampSection(IReadOnlyList<Stamp> Stamps) : IPackSection<StampSection>
{
    public static PackSchema Schema(int version = 1) => new PackSchema().Section<StampSection>("stamps", "stamping", version);

    public static StampSection? Read(PackNode node, SectionContext context) => new(context.List(node, r => new Stamp(
        r.Id(), r.Text("label"), context.Role(r.Scalar("by")), context.Template(r.Scalar("template"), "documents"), context.Choices(r.Scalar("choices")))));
}

public sealed record Stamp(string Id, PackText Label, string? By, string? Template, string? Choices);
