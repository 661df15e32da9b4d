using Platform.Core.Packs;

namespace Platform.Modules.Cases.Workflow;

/// <summary>Reports where a case would never begin, arrive, go on or be decided.</summary>
internal sealed class WorkflowCheck(SectionContext context, IReadOnlyList<WorkflowState> states)
{
    /// <param name="at">Where the workflow stands.</param>
    /// <param name="names">Where an action leads nowhere, who is reached is not known.</param>
    public void Run(PackSource at, WorkflowNames names)
    {
        CheckExits();
        CheckDecisions();
        if (CheckBeginning(at) && names.AllFound)
        {
            CheckReach(names);
            CheckFourEyes();
        }
    }

    private bool CheckBeginning(PackSource at)
    {
        var begins = states.Any(s => s.Id == CaseStates.Draft && s.Action(WorkflowSection.Submit) is { } submit && (submit.ByApplicant || submit.By.Count == 0));
        if (!begins)
        {
            context.Problems.Add(at, "The workflow does not begin: write 'draft: {{title: ..., actions: {{submit: {{title: ..., to: ..., by: applicant}}}}}}'.");
        }

        return begins;
    }

    private void CheckExits()
    {
        // A draft is its owner's business: it goes when nobody touches it for long (SweepDrafts).
        foreach (var state in states.Where(s => s.Id != CaseStates.Draft && s.Actions.Count > 0 && s.Actions.All(a => a.ByApplicant)))
        {
            context.Problems.Add(state.Source, "In the state '{0}' only the applicant can do something: a case whose applicant never answers stays open for ever. Give officials an action, as 'lapse: {{title: ..., to: ..., by: ..., form: [reason]}}'.", state.Id);
        }

        foreach (var state in states.Where(s => s.IsFinal && s.Actions.Count > 0))
        {
            context.Problems.Add(state.Source, "The state '{0}' is final, so nothing leads out of it: remove its actions, or 'final'.", state.Id);
        }
    }

    private void CheckReach(WorkflowNames names)
    {
        var reached = Reached(_ => true);
        // What a state without exits should lead to is not known either; that it has none was said.
        foreach (var state in states.Where(s => !names.DeadEnds.Overlaps(reached) && !reached.Contains(s.Id) && !names.DeadEnds.Contains(s.Id)))
        {
            context.Problems.Add(state.Source, "No action leads to the state '{0}': remove it, or let an action go 'to: {0}'.", state.Id);
        }
    }

    // Where a case can come without any official having done what 'other-than' names, one official alone can take it to its end.
    private void CheckFourEyes()
    {
        foreach (var (state, step) in states.SelectMany(s => s.Actions.Select(a => (s, a))).Where(pair => OfficialsAmong(pair.a.OtherThan).Count > 0))
        {
            var named = OfficialsAmong(step.OtherThan);
            if (Reached(a => !named.Contains(a)).Contains(state.Id))
            {
                context.Problems.Add(step.Source, "A case can come to '{0}' without '{1}', so one official alone could do all of it: lead every way to '{0}' through it, or name what officials do on the other ways in 'other-than' of '{2}'.",
                    state.Id, string.Join("' or '", named.Select(a => a.Id).Distinct()), step.Id);
            }
        }
    }

    private List<WorkflowStep> OfficialsAmong(IReadOnlyList<string> actions) => [.. states.SelectMany(s => s.Actions).Where(a => actions.Contains(a.Id) && !a.ByApplicant)];

    // The states that a case can come to by these actions alone.
    private HashSet<string> Reached(Func<WorkflowStep, bool> by)
    {
        var byId = states.ToDictionary(s => s.Id);
        var reached = new HashSet<string>();
        var waiting = new Queue<string>([CaseStates.Draft]);
        while (waiting.TryDequeue(out var id))
        {
            if (byId.TryGetValue(id, out var state) && reached.Add(id))
            {
                state.Actions.Where(by).Select(a => a.To).ToList().ForEach(waiting.Enqueue);
            }
        }

        return reached;
    }

    private void CheckDecisions()
    {
        foreach (var step in states.SelectMany(s => s.Actions).Where(a => a.IsDecision && a.By.Count > 0 && !a.By.Any(MayDecide)))
        {
            context.Problems.Add(step.Source, "The action '{0}' decides the case, but no role that does it may decide: give one of {1} the permission '{2}' in roles.yaml, or name another role.",
                step.Id, string.Join(", ", step.By), CasesPermissions.Decide);
        }
    }

    // A permission that is not known was reported where it stands, and may be this one mistyped.
    private bool MayDecide(string role) =>
        context.Pack.Roles.Find(role)?.Permissions.Any(p => p == CasesPermissions.Decide || !context.Schema.Permissions.Contains(p)) ?? true;
}
