using Platform.Core.Data;
using Platform.Modules.Cases.Drafts;
using Platform.Modules.Cases.Routing;

namespace Platform.Modules.Cases.Workflow;

/// <summary>What becomes of a case by a step of its workflow.</summary>
internal static class Transition
{
    /// <param name="route">Where it goes: elsewhere only with corrected answers.</param>
    public static CaseRow Of(OpenCase now, WorkflowStep step, Route route, Instant at)
    {
        var (found, state) = (now.Case, now.Workflow.Find(step.To)!);
        var due = Due(now, at);
        // While the clock stands still what was promised moves on with every day: the applicant's time is not cut short by it.
        var stateDue = Deadline.After(state.Deadline, at, now.Definition.Pack)?.NoLaterThan(state.IsPaused ? null : due);
        return found with
        {
            Organization = route.Organization,
            Area = route.Area,
            AreaPath = route.AreaPath,
            HiddenFrom = route.HiddenFrom,
            State = state.Id,
            Queue = state.Queue,
            Final = state.IsFinal,
            Version = found.Version + 1,
            ChangedAt = at,
            AssigneeId = HandsOver(found, step, state) || route != Route.Of(found) ? null : found.AssigneeId,
            DueAt = due?.At,
            DueOn = due?.On,
            StateDueAt = stateDue?.At,
            StateDueOn = stateDue?.On,
            PausedAt = state.IsPaused ? at : null,
        };
    }

    private static Deadline? Due(OpenCase now, Instant at) => now.Case.PausedAt is { } paused && now.Definition.Service.Deadline is { Within.Unit: var unit }
        ? Deadline.Of(now.Case)?.Shifted(unit, paused, at, now.Definition.Pack)
        : Deadline.Of(now.Case);

    // Another queue is the work of others, and so is another office's case. Who asked the applicant for something gets the case back with the answer.
    private static bool HandsOver(CaseRow found, WorkflowStep step, WorkflowState state) =>
        state.IsFinal || (!step.ByApplicant && !state.IsOpenToApplicant && state.Queue != found.Queue);
}
