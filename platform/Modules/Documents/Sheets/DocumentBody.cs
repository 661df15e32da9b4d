using System.Runtime.CompilerServices;
using Platform.Core.Packs;
using Platform.Core.Templates;

namespace Platform.Modules.Documents.Sheets;

/// <summary>What stands inside the frame of a document: the pack's template with the document's words.</summary>
public sealed class DocumentBody(TemplateEngine engine, DocumentWording wording)
{
    private readonly ConditionalWeakTable<PackFile, Template> templates = [];

    /// <returns>HTML; every value in it is encoded.</returns>
    public string Render(OpenDocument document, DocumentText text)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(text);
        var pack = document.Edition.Pack;
        var name = document.Definition.Template;
        return templates.GetValue(pack.Templates[$"documents/{name}"], file => engine.Read(new($"document/{name}", file.Path, file.Text), TemplateKind.Html))
            .Render(text.Language, Values(document, text), pack.Texts);
    }

    private Dictionary<string, object?> Values(OpenDocument document, DocumentText text) => new()
    {
        ["holder"] = text.Holder,
        ["number"] = text.Number,
        ["issued"] = text.Issued,
        ["valid_until"] = text.ValidUntil,
        ["organization"] = text.Organization,
        ["reference"] = text.Reference,
        ["label"] = text.Fields.ToDictionary(f => f.Id, f => (object?)f.Label),
        ["value"] = text.Fields.ToDictionary(f => f.Id, f => (object?)f.Text),
        ["raw"] = document.Definition.Fields.Where(f => f.Value.Items.Count > 0).ToDictionary(f => f.Id, f => (object?)wording.Items(document, f, text.Language)),
    };
}
