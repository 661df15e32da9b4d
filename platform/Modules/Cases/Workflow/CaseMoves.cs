using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using Platform.Core.Data;
using Platform.Core.Feel;
using Platform.Core.Keys;
using Platform.Core.Keys.Search;
using Platform.Core.Modules.Forms;
using Platform.Core.People;
using Platform.Modules.Cases.Drafts;
using Platform.Modules.Cases.Fees;
using Platform.Modules.Cases.Form;
using Platform.Modules.Cases.Routing;
using Platform.Modules.Cases.Submission;

namespace Platform.Modules.Cases.Workflow;

/// <summary>What came of an action.</summary>
/// <param name="Case">The case as it is now.</param>
/// <param name="Form">The small form with its mistakes, and nothing done; null where it was done.</param>
/// <param name="Open">For sending again: the answers with their mistakes, and nothing done.</param>
public sealed record MoveResult(CaseRow Case, IReadOnlyList<FilledQuestion>? Form = null, OpenCase? Open = null)
{
    public bool IsDone => Form is null && Open is null;
}

/// <summary>Who wants to move a case.</summary>
/// <param name="May">Does this person hold a role (by its id) for the case? For the applicant of the case: <see cref="WorkflowStep.Applicant"/> only.</param>
/// <param name="MayDecide">Is this person permitted to decide the case? Asked for steps that end one, besides the role.</param>
public sealed record Mover(Actor Actor, CaseAccess Access, Func<CaseRow, IReadOnlyList<string>, bool> May, Func<CaseRow, bool> MayDecide)
{
    /// <summary>What this person names of a case to say what she saw: an official its <see cref="CaseRow.Version"/>.</summary>
    public Func<CaseRow, long> Seen { get; init; } = found => found.Version;

    /// <summary>Role, permission and place, all three; and no official handles a case of her own.</summary>
    internal bool MayTake(WorkflowStep step, CaseRow found) =>
        May(found, step.By) && (!step.IsDecision || MayDecide(found)) && (step.ByApplicant || found.ApplicantId is null || found.ApplicantId != Actor.PersonId);
}

/// <summary>Moves cases from state to state: applicants withdraw and send again, officials accept, return, decide. Each move is one act.</summary>
public sealed class CaseMoves(Acts acts, CaseStore cases, OpenCases open, CaseVault vault, SearchTokens tokens, IStringLocalizer t)
{
    /// <summary>What this person can do in the case now, in the order of the definition.</summary>
    public async Task<IReadOnlyList<WorkflowStep>> PossibleAsync(StoredCase stored, Mover mover, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stored);
        ArgumentNullException.ThrowIfNull(mover);
        var now = await open.OpenAsync(stored, cancellationToken);
        return [.. now.Workflow.Find(stored.Case.State)?.Actions.Where(step => Refusal(now, step, mover) is null) ?? []];
    }

    /// <summary>The small form of an action, empty or as typed.</summary>
    public async Task<IReadOnlyList<FilledQuestion>> FormAsync(StoredCase stored, WorkflowStep step, Typed given, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(step);
        var now = await open.OpenAsync(stored, cancellationToken);
        var values = new Dictionary<string, object?>(now.Filled.Values);
        return new FormFilling(t, now.Definition.Pack, now.Moment, values).Fill(step.Form, given, "", values, []);
    }

    /// <summary>Does an action.</summary>
    /// <param name="given">What was typed into the action's small form.</param>
    /// <param name="version">What the person saw, as <see cref="Mover.Seen"/> says.</param>
    /// <returns>Null where there is no such case or action for this person.</returns>
    /// <exception cref="ActConflictException">The case changed meanwhile; nothing was written.</exception>
    /// <exception cref="RuleException">A rule says no; nothing was written.</exception>
    public async Task<MoveResult?> DoAsync(Guid caseId, string action, Typed given, long version, Mover mover, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(mover);
        if (await cases.ReadAsync(caseId, mover.Access, cancellationToken) is not { Case: { ErasedAt: null } found } stored)
        {
            return null;
        }

        if (mover.Seen(found) != version)
        {
            throw new ActConflictException(new InvalidOperationException($"{version} was named, {mover.Seen(found)} is stored."));
        }

        var now = await open.OpenAsync(stored, cancellationToken);
        if (now.Workflow.Find(found.State)?.Action(action) is not { } step || !mover.MayTake(step, found))
        {
            return null;
        }

        if (Refusal(now, step, mover) is { } refusal)
        {
            throw refusal;
        }

        // Told before, so that nobody fills in a form in vain; the act itself asks again.
        if (step.IsDecision && stored.Fees.Any(fee => fee.State == FeeStates.Due))
        {
            throw new RuleException("A fee is not paid yet. It cannot be decided before that.");
        }

        return await DoAsync(now, step, given, mover, cancellationToken);
    }

    private async Task<MoveResult> DoAsync(OpenCase now, WorkflowStep step, Typed given, Mover mover, CancellationToken cancellationToken)
    {
        var form = new JsonObject();
        var values = new Dictionary<string, object?>(now.Filled.Values);
        var filled = new FormFilling(t, now.Definition.Pack, now.Moment, values).Fill(step.Form, given, "", values, form);
        if (filled.Any(q => !q.IsComplete))
        {
            return new(now.Case, Form: filled);
        }

        var resends = now.Workflow.Find(now.Case.State)!.IsOpenToApplicant && step is { ByApplicant: true, IsFinal: false };
        if (resends && !now.Filled.IsComplete)
        {
            return new(now.Case, Open: now);
        }

        var route = resends ? RoutingSection.Of(now.Definition.Service, now.Definition.Pack, now.Filled.Values, now.Moment) : Route.Of(now.Case);
        var act = acts.Begin(mover.Actor);
        var moved = Transition.Of(now, step, route, act.At);
        await MoveAsync(act, now, step, moved, form);
        if (resends)
        {
            await ReviseAsync(act, now);
        }

        StepVerbs.Plan(act, now, step, moved, form, await vault.KeyAsync(moved.CaseId));
        await act.CommitAsync(cancellationToken);
        return new(moved);
    }

    // Why an action that exists cannot be done by this person now; null where it can.
    private static RuleException? Refusal(OpenCase now, WorkflowStep step, Mover mover)
    {
        if (!mover.MayTake(step, now.Case) || !(step.When?.IsTrue(now.Filled.Values, now.Moment) ?? true))
        {
            return new RuleException("This cannot be done now.");
        }

        // Four eyes count persons, not accounts or roles.
        return step.OtherThan.Count > 0 && now.Stored.Events.Any(e => e.ActorId == mover.Actor.PersonId && e.Action is not null && step.OtherThan.Contains(e.Action))
            ? new RuleException("Somebody else must do this: you took an earlier step in this case.")
            : null;
    }

    private async Task MoveAsync(Act act, OpenCase now, WorkflowStep step, CaseRow moved, JsonObject form)
    {
        var found = now.Case;
        var content = form.Count == 0 ? null : await vault.SealEventAsync(found.CaseId, moved.Version, form);
        if (step.IsDecision)
        {
            act.RequireSettledFees(found.CaseId);
        }

        act.Guard(
            "cases_case",
            "case_id",
            found.CaseId,
            """
            update cases_case set organization = @Organization, area = @Area, area_path = @AreaPath, hidden_from = @HiddenFrom,
                state = @State, queue = @Queue, final = @Final, version = @Version, act = @act, changed_at = @at, assignee_id = @AssigneeId,
                due_at = @DueAt, due_on = @DueOn, state_due_at = @StateDueAt, state_due_on = @StateDueOn, paused_at = @PausedAt
            where case_id = @CaseId and version = @seen and saves = @Saves and state = @from and erased_at is null
            """,
            new
            {
                moved.Organization,
                moved.Area,
                moved.AreaPath,
                moved.HiddenFrom,
                moved.State,
                moved.Queue,
                moved.Final,
                moved.Version,
                moved.AssigneeId,
                moved.DueAt,
                moved.DueOn,
                moved.StateDueAt,
                moved.StateDueOn,
                moved.PausedAt,
                moved.CaseId,
                moved.Saves,
                seen = found.Version,
                from = found.State,
            });
        act.Event(found.CaseId, CaseEventKinds.Moved, step.Id, found.State, moved.State, content)
            .Audit("case", found.CaseId, $"cases.{step.Id}", new { from = found.State, to = moved.State, moved.Organization })
            .Publish(new CaseMoved(found.CaseId, moved.Version, step.Id, found.State, moved.State))
            .Once(found.CaseId);
        if (moved.Final)
        {
            act.Publish(new CaseDecided(found.CaseId, moved.Version, moved.State));
        }
    }

    // The corrected answers become the next revision, and owe what they owe.
    private async Task ReviseAsync(Act act, OpenCase now)
    {
        var revision = now.Case.Version + 1;
        var answers = await vault.SealAnswersAsync(now.Case.CaseId, revision, now.Filled.Answers);
        act.Do(
            "insert into cases_answers (case_id, revision, act, submitted_at, content) values (@CaseId, @revision, @act, @at, @answers)",
            new { now.Case.CaseId, revision, answers });
        SearchableAnswers.Write(act, tokens, now);
        CaseFees.Write(act, now);
        act.Audit("case", now.Case.CaseId, "cases.charge", new { due = CaseFees.Due(now).Sum(f => f.Minor), now.Definition.Pack.Currency.Code });
    }
}
