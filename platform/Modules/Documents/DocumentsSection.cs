using Platform.Core.Packs;
using Platform.Core.Texts;

namespace Platform.Modules.Documents;

/// <summary>A field of a document.</summary>
/// <param name="Value">FEEL over the answers and <c>action</c>.</param>
public sealed record DocumentField(string Id, PackText Label, PackScalar? Value);

/// <summary>A document that a service issues.</summary>
/// <param name="Number">Pattern with <c>{year}</c> and <c>{seq:6}</c>.</param>
/// <param name="Holder">FEEL for the name of the holder.</param>
/// <param name="Reveals">What anyone sees who checks the code.</param>
public sealed record DocumentDefinition(
    string Id, PackText Title, string? Template, string Number, PackDuration? ValidFor, PackScalar? Holder, IReadOnlyList<DocumentField> Fields, IReadOnlyList<string> Reveals);

/// <summary>The section <c>documents</c>. See <c>templates/packs/SECTIONS.md</c>.</summary>
public sealed class DocumentsSection : IPackSection<DocumentsSection>
{
    private DocumentsSection(IReadOnlyList<DocumentDefinition> documents) => Documents = documents;

    public IReadOnlyList<DocumentDefinition> Documents { get; }

    public static DocumentsSection? Read(PackNode node, SectionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new(context.List(node, r => new DocumentDefinition(
            r.Slug(), r.Text("title"), context.Template(r.RequiredScalar("template"), "documents"), r.Required("number"), r.Duration("valid-for"), r.Scalar("holder"),
            r.List("fields", f => new DocumentField(f.Id(), f.Text("label"), f.RequiredScalar("value"))), r.Words("reveals"))));
    }
}
