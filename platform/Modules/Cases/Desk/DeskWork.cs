using Platform.Core.Data;
using Platform.Core.Modules.Forms;
using Platform.Core.People;
using Platform.Modules.Cases.Applicants;
using Platform.Modules.Cases.Workflow;

namespace Platform.Modules.Cases.Desk;

/// <summary>
/// What an official does with a case: takes it, gives it back, moves it. Whoever names an older version is told who was faster, and nothing is written.
/// </summary>
public sealed class DeskWork(Acts acts, CaseMoves moves, Viewer viewer)
{
    private const string Where = "where case_id = @CaseId and version = @Version and queue is not null and erased_at is null";

    /// <summary>What this official can do in the case now, in the order of the definition.</summary>
    public async Task<IReadOnlyList<WorkflowStep>> PossibleAsync(StoredCase stored, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stored);
        return stored.Case.ErasedAt is not null || HeldByOther(stored.Case) ? [] : await moves.PossibleAsync(stored, Movers.Of(viewer, viewer.Actor(Channels.Web)), cancellationToken);
    }

    /// <summary>Does an action of the workflow.</summary>
    /// <param name="actor">The official, and the door she came through.</param>
    /// <returns>Null where there is no such case or action for this official.</returns>
    /// <exception cref="ActConflictException">The case changed meanwhile; nothing was written.</exception>
    /// <exception cref="RuleException">A rule says no; nothing was written.</exception>
    public async Task<MoveResult?> DoAsync(CaseRow found, string action, Typed given, long version, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(found);
        RequireVersion(found, version);
        if (HeldByOther(found))
        {
            throw new RuleException("Somebody else has this case. Take it over first.");
        }

        return await moves.DoAsync(found.CaseId, action, given, version, Movers.Of(viewer, actor), cancellationToken);
    }

    /// <summary>From now on the case is this official's, also where somebody else had it.</summary>
    public Task TakeAsync(CaseRow found, long version, Actor actor, CancellationToken cancellationToken = default) =>
        AssignAsync(found, version, actor, viewer.PersonId, CaseEventKinds.Taken, "cases.take", cancellationToken);

    /// <summary>Back to the queue: anybody may take it.</summary>
    public Task GiveBackAsync(CaseRow found, long version, Actor actor, CancellationToken cancellationToken = default) =>
        AssignAsync(found, version, actor, null, CaseEventKinds.Released, "cases.release", cancellationToken);

    public bool MayTake(CaseRow found) => found is { Queue: not null } && viewer.May(CasesPermissions.Take, found.Organization, found.AreaPath);

    private bool HeldByOther(CaseRow found) => found.AssigneeId is { } holder && holder != viewer.PersonId;

    private async Task AssignAsync(CaseRow found, long version, Actor actor, Guid? to, string kind, string action, CancellationToken cancellationToken)
    {
        RequireVersion(found, version);
        if (!MayTake(found) || (to is null && HeldByOther(found)))
        {
            throw new RuleException("This cannot be done now.");
        }

        await acts.Begin(actor)
            .Guard("cases_case", "case_id", found.CaseId, $"update cases_case set assignee_id = @to, version = version + 1, act = @act, changed_at = @at {Where}", new { to, found.CaseId, found.Version })
            .Event(found.CaseId, kind)
            .Audit("case", found.CaseId, action, new { from = found.AssigneeId })
            .CommitAsync(cancellationToken);
    }

    private static void RequireVersion(CaseRow found, long version)
    {
        if (found.Version != version)
        {
            throw new ActConflictException(new InvalidOperationException($"Version {version} was named, {found.Version} is stored."));
        }
    }
}
