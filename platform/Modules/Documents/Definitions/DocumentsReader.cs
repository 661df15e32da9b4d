using Platform.Core.Packs;
using Platform.Core.Templates;
using Platform.Modules.Cases.Form;
using Platform.Modules.Cases.Workflow;
using Platform.Modules.Documents.Issuing;

namespace Platform.Modules.Documents.Definitions;

/// <summary>Reads the documents of a service and checks them against its form, the actions that issue them, and their templates.</summary>
internal sealed class DocumentsReader(SectionContext context)
{
    private readonly FormSection? form = context.Section<FormSection>();
    private readonly IReadOnlyList<WorkflowStep> steps = [.. context.Section<WorkflowSection>()?.States.SelectMany(s => s.Actions) ?? []];

    public IReadOnlyList<DocumentDefinition> Read(PackNode node)
    {
        var documents = context.List(node, Document);
        CheckIssued(documents);
        return documents;
    }

    private DocumentDefinition Document(NodeReader reader)
    {
        var id = reader.Slug();
        var template = reader.RequiredScalar("template");
        var sources = new FieldSourceReader(form, [.. steps.Where(s => IssueDocument.In(s, id) is not null)], context);
        var document = new DocumentDefinition
        {
            Id = id,
            Title = reader.Text("title"),
            Template = context.Template(template, "documents") ?? "",
            Number = Number(reader),
            ValidFor = reader.Duration("valid-for"),
            Holder = sources.Read(reader.Scalar("holder")),
            Fields = reader.List("fields", f => new DocumentField(f.Id(), f.Text("label"), sources.Read(f.RequiredScalar("value")) ?? FieldSource.Nothing)),
            Reveals = [.. reader.Scalars("reveals").Select(s => s.Value)],
            Languages = [.. reader.Scalars("languages").Select(Language).OfType<string>()],
        };
        CheckReveals(reader, document);
        CheckTemplate(document);
        return document;
    }

    private static string Number(NodeReader reader)
    {
        var pattern = reader.RequiredScalar("number");
        if (pattern is not null && !NumberPattern.IsValid(pattern.Value))
        {
            reader.Problems.Add(pattern.Source, "A number needs '{{seq}}' once and may have '{{year}}': write something like 'RC-{{year}}-{{seq:6}}', not '{0}'.", pattern.Value);
        }

        return pattern?.Value ?? "";
    }

    private string? Language(PackScalar tag)
    {
        if (context.Pack.Languages.Contains(tag.Value))
        {
            return tag.Value;
        }

        context.Problems.AddUnknown(tag.Source, "'{0}' is no language of this pack", tag.Value, context.Pack.Languages);
        return null;
    }

    private static void CheckReveals(NodeReader reader, DocumentDefinition document)
    {
        List<string> known = [.. document.Fields.Select(f => f.Id), .. document.Holder is null ? [] : new[] { DocumentDefinition.RevealedHolder, DocumentDefinition.MaskedHolder }];
        foreach (var path in reader.Scalars("reveals").Where(p => !known.Contains(p.Value)))
        {
            reader.Problems.AddUnknown(path.Source, "'{0}' cannot be revealed, because the document has no such field", path.Value, known);
        }
    }

    private void CheckTemplate(DocumentDefinition document)
    {
        if (context.Pack.Templates.GetValueOrDefault($"documents/{document.Template}") is not { } file)
        {
            return;
        }

        foreach (var problem in TemplateEngine.Check(new(document.Template, file.Path, file.Text), TemplateNames(document)))
        {
            context.Problems.Add(file.Source with { Line = problem.Line }, "{0}", problem.Message);
        }
    }

    private static HashSet<string> TemplateNames(DocumentDefinition document) =>
    [
        "holder", "number", "issued", "valid_until", "organization", "reference",
        .. document.Fields.SelectMany(f => new[] { $"label.{f.Id}", $"value.{f.Id}" }),
        .. document.Fields.SelectMany(f => f.Value.Items.Select(q => $"raw.{f.Id}[].{q.Id}")),
    ];

    private void CheckIssued(IReadOnlyList<DocumentDefinition> documents)
    {
        foreach (var issue in steps.SelectMany(s => s.Do).OfType<IssueDocument>().Where(i => documents.All(d => d.Id != i.Document)))
        {
            context.Problems.AddUnknown(issue.Source, "There is no document '{0}' in 'documents' of this service", issue.Document, [.. documents.Select(d => d.Id)]);
        }
    }
}
