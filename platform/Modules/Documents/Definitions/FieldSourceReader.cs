using System.Text.RegularExpressions;
using Platform.Core.Feel;
using Platform.Core.Packs;
using Platform.Modules.Cases.Form;
using Platform.Modules.Cases.Workflow;

namespace Platform.Modules.Documents.Definitions;

/// <summary>Reads what a field is filled from, and checks it against the form and the actions that issue the document.</summary>
internal sealed partial class FieldSourceReader(FormSection? form, IReadOnlyList<WorkflowStep> issuing, SectionContext context)
{
    private readonly IReadOnlyList<FormQuestion> given = [.. issuing.SelectMany(s => s.Form).DistinctBy(q => q.Id)];

    public FieldSource? Read(PackScalar? text) => text is null ? null
        : Question(text.Value.Trim()) is { } asked ? new(text.Value.Trim(), asked, null)
        : new("", null, Rule.Compile(text, Scope(), null, context.Problems));

    private FormQuestion? Question(string path)
    {
        if (!PathOnly().IsMatch(path))
        {
            return null;
        }

        var names = path.Split('.');
        var (questions, rest) = names[0] == FieldSource.Action ? (given, names[1..]) : (form?.Questions ?? [], names);
        var asked = rest.Length == 0 ? null : questions.FirstOrDefault(q => q.Id == rest[0]);
        return rest.Length switch
        {
            1 => asked,
            2 => asked?.Items.FirstOrDefault(q => q.Id == rest[1]),
            _ => null,
        };
    }

    private Dictionary<string, FeelType> Scope()
    {
        var scope = new Dictionary<string, FeelType>(form?.Scope ?? new Dictionary<string, FeelType>());
        // Issued by no action: which one should, and what it asks, is not known.
        scope[FieldSource.Action] = new FeelType.Context(issuing.Count == 0 ? null : given.ToDictionary(q => q.Id, q => q.Question.Type));
        return scope;
    }

    [GeneratedRegex(@"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$", RegexOptions.CultureInvariant)]
    private static partial Regex PathOnly();
}
