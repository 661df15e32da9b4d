using Platform.Core.Data;
using Platform.Core.Feel;
using Platform.Core.Modules.Forms;
using Platform.Core.Packs;
using Platform.Modules.Cases.Workflow;
using Platform.Modules.Documents.Definitions;

namespace Platform.Modules.Documents.Issuing;

/// <summary><c>issue-document: residence-certificate</c>: writes the document in the act of the move, with its code and its number.</summary>
public sealed class IssueDocument : IWorkflowAction<IssueDocument>
{
    private IssueDocument(string document, PackSource source) => (Document, Source) = (document, source);

    /// <summary>Its id in the section <c>documents</c>.</summary>
    public string Document { get; }

    internal PackSource Source { get; }

    public static IssueDocument? Read(PackNode config, SectionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (config is PackScalar { IsEmpty: false } id)
        {
            if (!context.HasSection("documents"))
            {
                context.Problems.Add(id.Source, "There is no document '{0}': this service has no section 'documents'.", id.Value);
            }

            return new(id.Value, id.Source);
        }

        context.Problems.Add(config.Source, "Write the id of a document of this service: 'issue-document: <id>'.");
        return null;
    }

    public void Plan(ActionContext context, Act act)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(act);
        var definition = context.Service.Section<DocumentsSection>()!.Find(Document)!;
        var today = LocalDay.Of(act.At, context.Pack);
        var moment = new FeelMoment(act.At.ToNoda(), context.Pack.TimeZone);
        act.Issue(new NewDocument
        {
            CaseId = context.CaseId,
            Service = context.Service.Id,
            Document = Document,
            Action = context.Action,
            Organization = context.Organization,
            NumberPattern = definition.Number,
            Year = today.Year,
            IssuedOn = today,
            ValidUntil = definition.ValidFor?.After(today, context.Pack.Calendar),
            Content = DocumentContent.Take(definition, context, moment),
        }, context.Key);
    }

    /// <summary>The step's verb for this document; null where it issues another or none.</summary>
    internal static IssueDocument? In(WorkflowStep step, string document) => step.Do.OfType<IssueDocument>().FirstOrDefault(i => i.Document == document);
}
