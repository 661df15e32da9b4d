using Platform.Core.Packs;
using Platform.Core.Texts;

namespace Platform.Modules.Documents.Definitions;

/// <summary>A field of a document.</summary>
/// <param name="Value">What stands in it.</param>
public sealed record DocumentField(string Id, PackText Label, FieldSource Value);

/// <summary>A document that a service issues.</summary>
public sealed record DocumentDefinition
{
    public required string Id { get; init; }

    public required PackText Title { get; init; }

    /// <summary>Name of <c>documents/{template}.hbs</c>.</summary>
    public required string Template { get; init; }

    /// <summary>Pattern with <c>{year}</c> and <c>{seq:6}</c>.</summary>
    public required string Number { get; init; }

    /// <summary>From the day of issue on; null: for ever.</summary>
    public PackDuration? ValidFor { get; init; }

    /// <summary>The name of the holder; null where the document is about nobody.</summary>
    public FieldSource? Holder { get; init; }

    public required IReadOnlyList<DocumentField> Fields { get; init; }

    /// <summary>What anyone sees who checks the code: ids of fields, <see cref="RevealedHolder"/> or <see cref="MaskedHolder"/>.</summary>
    public required IReadOnlyList<string> Reveals { get; init; }

    /// <summary>The languages the document is written in, one after the other on one sheet; empty: the pack's first.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    public const string RevealedHolder = "holder";
    public const string MaskedHolder = "holder.masked";
}

/// <summary>The section <c>documents</c>. See <c>templates/packs/SECTIONS.md</c>.</summary>
public sealed class DocumentsSection : IPackSection<DocumentsSection>
{
    private DocumentsSection(IReadOnlyList<DocumentDefinition> documents) => Documents = documents;

    public IReadOnlyList<DocumentDefinition> Documents { get; }

    public DocumentDefinition? Find(string id) => Documents.FirstOrDefault(d => d.Id == id);

    public static DocumentsSection? Read(PackNode node, SectionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var documents = new DocumentsReader(context).Read(node);
        return new(documents);
    }
}
