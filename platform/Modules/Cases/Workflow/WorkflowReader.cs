using Platform.Core.Modules.Forms;
using Platform.Core.Packs;
using Platform.Core.Texts;
using Platform.Modules.Cases.Form;

namespace Platform.Modules.Cases.Workflow;

/// <summary>Reads a workflow and checks that every state is reached and left.</summary>
internal sealed class WorkflowReader(SectionContext context)
{
    private readonly FormSection? form = context.Section<FormSection>();

    public IReadOnlyList<WorkflowState> Read(PackNode node)
    {
        var finals = Finals(node);
        var states = context.Entries(node, (id, reader) => State(id, reader, finals));
        Check(states, node);
        return states;
    }

    private static HashSet<string> Finals(PackNode node) =>
        [.. (node as PackMap)?.Entries.Where(e => e.Value is PackMap state && state.Word("final") == "true").Select(e => e.Key) ?? []];

    private WorkflowState State(string id, NodeReader reader, HashSet<string> finals)
    {
        var clock = reader.Scalar("clock");
        if (clock is not null and not { Value: "paused" })
        {
            reader.Problems.Add(clock.Source, "'clock' can only be 'paused': write that, or leave it out.");
        }

        return new()
        {
            Id = id,
            Title = reader.Text("title"),
            Queue = reader.Optional("queue"),
            Deadline = reader.Duration("deadline"),
            IsPaused = clock is not null,
            IsFinal = reader.Flag("final"),
            Actions = reader.Entries("actions", (action, r) => Action(action, r, finals)),
            Source = reader.Source,
        };
    }

    private WorkflowStep Action(string id, NodeReader reader, HashSet<string> finals)
    {
        var to = reader.Required("to");
        var compiler = new FormCompiler(context).With(form?.Scope ?? new Dictionary<string, Core.Feel.FeelType>());
        return new()
        {
            Id = id,
            Title = reader.Text("title"),
            To = to,
            By = By(reader),
            OtherThan = reader.Words("other-than"),
            When = compiler.Condition(reader.Scalar("when")),
            Form = ActionForm.Read(reader, context, form),
            Do = [.. Steps(reader).OfType<IWorkflowAction>()],
            IsFinal = finals.Contains(to),
            Source = reader.Source,
        };
    }

    private List<string> By(NodeReader reader)
    {
        var names = reader.Node("by") is PackScalar one ? [one] : reader.Scalars("by");
        if (names.Count == 0)
        {
            reader.Problems.Add(reader.Source, "'by' is missing: write the role that does it, or 'applicant'.");
        }

        return [.. names.Select(n => n.Value == WorkflowStep.Applicant ? n.Value : context.Role(n)).OfType<string>()];
    }

    private IEnumerable<IWorkflowAction?> Steps(NodeReader reader)
    {
        foreach (var step in (reader.Node("do") as PackList)?.Items ?? [])
        {
            if (step is PackMap { Entries: [var verb] } && context.Schema.Actions.TryGetValue(verb.Key, out var read))
            {
                yield return read(verb.Value, context);
            }
            else
            {
                context.Problems.Add(step.Source, "This is no step: write '{{verb: value}}' with one of {0}.", string.Join(", ", context.Schema.Actions.Keys.Order(StringComparer.Ordinal)));
            }
        }
    }

    private void Check(IReadOnlyList<WorkflowState> states, PackNode node)
    {
        var ids = states.Select(s => s.Id).ToHashSet();
        if (!states.Any(s => s.Id == CaseStates.Draft && s.Action(WorkflowSection.Submit) is { ByApplicant: true }))
        {
            context.Problems.Add(node.Source, "The workflow does not begin: write 'draft: {{title: ..., actions: {{submit: {{title: ..., to: ..., by: applicant}}}}}}'.");
        }

        foreach (var action in states.SelectMany(s => s.Actions).Where(a => a.To.Length > 0 && !ids.Contains(a.To)))
        {
            context.Problems.Add(action.Source, "The action '{0}' leads to '{1}', which is no state: use one of {2}.", action.Id, action.To, string.Join(", ", ids));
        }

        CheckExits(states);
        CheckReach(states);
        CheckFourEyes(states);
    }

    private void CheckExits(IReadOnlyList<WorkflowState> states)
    {
        foreach (var state in states.Where(s => s.IsFinal == (s.Actions.Count > 0)))
        {
            context.Problems.Add(state.Source, state.IsFinal
                ? "The state '{0}' is final, so nothing leads out of it: remove its actions, or 'final'."
                : "Nothing leads out of the state '{0}': give it actions, or write 'final: true'.", state.Id);
        }
    }

    private void CheckReach(IReadOnlyList<WorkflowState> states)
    {
        var byId = states.ToDictionary(s => s.Id);
        var reached = new HashSet<string>();
        var waiting = new Queue<string>([CaseStates.Draft]);
        while (waiting.TryDequeue(out var id))
        {
            if (byId.TryGetValue(id, out var state) && reached.Add(id))
            {
                state.Actions.Select(a => a.To).ToList().ForEach(waiting.Enqueue);
            }
        }

        foreach (var state in states.Where(s => !reached.Contains(s.Id)))
        {
            context.Problems.Add(state.Source, "No action leads to the state '{0}': remove it, or let an action go 'to: {0}'.", state.Id);
        }
    }

    private void CheckFourEyes(IReadOnlyList<WorkflowState> states)
    {
        var actions = states.SelectMany(s => s.Actions).ToList();
        foreach (var (action, other) in actions.SelectMany(a => a.OtherThan.Select(o => (a, o))).Where(p => actions.TrueForAll(a => a.Id != p.o)))
        {
            context.Problems.Add(action.Source, "'other-than' names '{0}', which is no action of this workflow.", other);
        }
    }
}
