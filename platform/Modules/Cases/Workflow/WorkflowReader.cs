using Platform.Core.Modules.Forms;
using Platform.Core.Packs;
using Platform.Core.Texts;
using Platform.Modules.Cases.Form;

namespace Platform.Modules.Cases.Workflow;

/// <summary>Reads a workflow.</summary>
internal sealed class WorkflowReader(SectionContext context)
{
    private readonly FormSection? form = context.Section<FormSection>();

    public IReadOnlyList<WorkflowState> Read(PackNode node)
    {
        var names = new WorkflowNames(node, context.Problems);
        var states = context.Entries(node, (id, reader) => State(id, reader, names));
        new WorkflowCheck(context, states).Run(node.Source, names);
        return states;
    }

    private WorkflowState State(string id, NodeReader reader, WorkflowNames names)
    {
        var clock = reader.Scalar("clock");
        if (clock is not null and not { Value: "paused" })
        {
            reader.Problems.Add(clock.Source, "'clock' can only be 'paused': write that, or leave it out.");
        }

        var final = reader.Flag("final");
        if (!reader.Flag("decided", true) && !final)
        {
            reader.Problems.Add(reader.Source, "'decided: false' says how a case ended, and '{0}' does not end it: write 'final: true' as well, or leave it out.", id);
        }

        if (!final && reader.Node("actions") is null or PackMap { Entries.Count: 0 })
        {
            names.DeadEnds.Add(id);
            reader.Missing(["actions", "final"], "Nothing leads out of the state '{0}': give it actions, or write 'final: true'.", id);
        }

        return new()
        {
            Id = id,
            Title = reader.Text("title"),
            Queue = reader.Optional("queue"),
            Deadline = reader.Duration("deadline"),
            IsPaused = clock is not null,
            IsFinal = final,
            Actions = reader.Entries("actions", (action, r) => Action(action, r, names)),
            Source = reader.Source,
        };
    }

    private WorkflowStep Action(string id, NodeReader reader, WorkflowNames names)
    {
        var to = names.State(reader.RequiredScalar("to"));
        var by = By(reader);
        var compiler = new FormCompiler(context).With(form?.Scope ?? new Dictionary<string, Core.Feel.FeelType>());
        return new()
        {
            Id = id,
            Title = reader.Text("title"),
            To = to,
            By = by,
            OtherThan = [.. reader.Scalars("other-than").Select(names.Action)],
            When = compiler.Condition(reader.Scalar("when")),
            Form = ActionForm.Read(reader, context, form),
            Do = Steps(reader),
            IsFinal = names.IsFinal(to),
            IsDecision = names.IsFinal(to) && !names.IsUndecided(to) && !by.Contains(WorkflowStep.Applicant),
            Source = reader.Source,
        };
    }

    private List<string> By(NodeReader reader)
    {
        var names = reader.Node("by") is PackScalar one ? [one] : reader.Scalars("by");
        if (names.Count == 0)
        {
            reader.Missing(["by"], "'by' is missing: write the role that does it, or 'applicant'.");
        }

        return [.. names.Select(n => n.Value == WorkflowStep.Applicant ? n.Value : context.Role(n)).OfType<string>()];
    }

    private List<IWorkflowAction> Steps(NodeReader reader)
    {
        var node = reader.Node("do");
        if (node is not null and not PackList)
        {
            context.Problems.Add(node.Source, "Write a list of steps here: '[{{verb: value}}]'.");
        }

        return [.. (node as PackList)?.Items.Select(Step).OfType<IWorkflowAction>() ?? []];
    }

    private IWorkflowAction? Step(PackNode step)
    {
        if (step is not PackMap { Entries: [var verb] })
        {
            context.Problems.Add(step.Source, "This is no step: write '{{verb: value}}' with one of {0}.", string.Join(", ", context.Schema.Actions.Keys.Order(StringComparer.Ordinal)));
            return null;
        }

        if (context.Schema.Actions.TryGetValue(verb.Key, out var read))
        {
            return read(verb.Value, context);
        }

        context.Problems.AddUnknown(verb.Source, "There is no verb '{0}'", verb.Key, [.. context.Schema.Actions.Keys]);
        return null;
    }
}
