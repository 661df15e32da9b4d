using System.Text.Json.Nodes;
using Platform.Core.Data;
using Platform.Core.Keys;
using Platform.Core.Keys.Search;
using Platform.Core.Modules.Forms;
using Platform.Core.Packs;
using Platform.Core.People;
using Platform.Modules.Cases.Drafts;
using Platform.Modules.Cases.Editions;
using Platform.Modules.Cases.Fees;
using Platform.Modules.Cases.References;
using Platform.Modules.Cases.Routing;
using Platform.Modules.Cases.Workflow;

namespace Platform.Modules.Cases.Submission;

/// <summary>What came of sending a draft.</summary>
/// <param name="Sent">The case as it is now; null where something is missing or wrong.</param>
/// <param name="Open">The draft as it stands, with its mistakes; null where it was sent.</param>
public sealed record SubmissionResult(CaseRow? Sent, OpenCase? Open)
{
    /// <summary>Ten characters.</summary>
    public string? Reference => Sent?.Reference;
}

/// <summary>Turns drafts into cases. A draft's id is its idempotency key: sending it twice gives the reference it got.</summary>
public sealed class Submissions(Acts acts, CaseStore cases, OpenCases open, CaseVault vault, SearchTokens tokens)
{
    /// <summary>
    /// The draft becomes a case. What has no reference is a draft; a word about its state would let the database take the index of all drafts,
    /// and read all of them, while its statistics still say that there are few.
    /// </summary>
    internal const string SendSql =
        """
        update cases_case set reference = @Reference, edition = @Edition, organization = @Organization, area = @Area, area_path = @AreaPath, hidden_from = @HiddenFrom,
            state = @State, queue = @Queue, final = @Final, version = @Version, act = @act, submitted_at = @at, changed_at = @at,
            due_at = @DueAt, due_on = @DueOn, state_due_at = @StateDueAt, state_due_on = @StateDueOn, time_zone = @TimeZone
        where case_id = @CaseId and version = @seen and saves = @Saves and reference is null and erased_at is null
        """;

    private const int ReferenceTries = 5;

    /// <param name="actor">Who sends this case.</param>
    /// <param name="stamp">The <see cref="CaseRow.Stamp"/> of what the person saw; null: whatever it is.</param>
    /// <returns>Null where there is no such draft for this reader.</returns>
    /// <exception cref="ActConflictException">The draft is no longer as named; nothing was written.</exception>
    /// <exception cref="RuleException">It cannot be sent.</exception>
    public async Task<SubmissionResult?> SubmitAsync(Guid caseId, CaseAccess access, Func<CaseRow, Actor> actor, long? stamp = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (await cases.ReadAsync(caseId, access, cancellationToken) is not { Case: { ErasedAt: null } found } stored)
        {
            return null;
        }

        if (found.Reference is not null)
        {
            return new(found, null);
        }

        if (stamp is not null && stamp != found.Stamp)
        {
            throw new ActConflictException(new InvalidOperationException($"{stamp} was named, {found.Stamp} is stored."));
        }

        var draft = await open.OpenAsync(stored, cancellationToken);
        return draft.Filled.IsComplete ? await SendAsync(draft, access, Allowed(actor(found), draft), cancellationToken) : new(null, draft);
    }

    private static Actor Allowed(Actor actor, OpenCase draft) => LocalVariant.Of(draft, actor.Channel) is { IsTaken: false }
        ? throw new RuleException("Where this is to be done, it cannot be sent over the internet. Go to a counter.")
        : actor;

    private async Task<SubmissionResult> SendAsync(OpenCase draft, CaseAccess access, Actor actor, CancellationToken cancellationToken)
    {
        var answers = await vault.SealAnswersAsync(draft.Case.CaseId, 1, draft.Filled.Answers);
        var key = await vault.KeyAsync(draft.Case.CaseId);
        for (var attempt = 1; ; attempt++)
        {
            var reference = CaseReference.Create();
            try
            {
                var (act, sent) = Plan(acts.Begin(actor), draft, reference, answers, key);
                await act.CommitAsync(cancellationToken);
                draft.Definition.IsStored = true;
                return new(sent, null);
            }
            catch (DuplicateException error) when (error.Table == "cases_reference" && attempt < ReferenceTries)
            {
            }
            catch (Exception error) when (error is ActConflictException or DuplicateException)
            {
                // Somebody sent the same draft at the same moment: theirs is the answer.
                return await cases.FindAsync(draft.Case.CaseId, access, cancellationToken) is { Reference: not null } theirs ? new(theirs, null) : throw new ActConflictException(error);
            }
        }
    }

    private (Act Act, CaseRow Sent) Plan(Act act, OpenCase draft, string reference, byte[] answers, SecretKey key)
    {
        var (found, definition) = (draft.Case, draft.Definition);
        var received = Received.At(found, act.At, definition.Pack);
        OfferedNow.Demand(definition.Service, LocalDay.Of(received, definition.Pack));
        var step = draft.Workflow.Find(CaseStates.Draft)!.Action(WorkflowSection.Submit)!;
        var state = draft.Workflow.Find(step.To)!;
        var route = RoutingSection.Of(definition.Service, definition.Pack, draft.Filled.Values, draft.Moment);
        var due = Deadline.After(definition.Service.Deadline?.Within, received, definition.Pack);
        var stateDue = Deadline.After(state.Deadline, act.At, definition.Pack)?.NoLaterThan(due);
        var sent = found with
        {
            Reference = reference,
            Edition = definition.Edition.Id,
            Organization = route.Organization,
            Area = route.Area,
            AreaPath = route.AreaPath,
            HiddenFrom = route.HiddenFrom,
            State = state.Id,
            Queue = state.Queue,
            Final = state.IsFinal,
            Version = found.Version + 1,
            SubmittedAt = act.At,
            ChangedAt = act.At,
            DueAt = due?.At,
            DueOn = due?.On,
            StateDueAt = stateDue?.At,
            StateDueOn = stateDue?.On,
            TimeZone = definition.Pack.TimeZone.Id,
        };
        act.Guard(
            "cases_case",
            "case_id",
            found.CaseId,
            SendSql,
            new
            {
                sent.Reference,
                sent.Edition,
                sent.Organization,
                sent.Area,
                sent.AreaPath,
                sent.HiddenFrom,
                sent.State,
                sent.Queue,
                sent.Final,
                sent.Version,
                sent.DueAt,
                sent.DueOn,
                sent.StateDueAt,
                sent.StateDueOn,
                sent.TimeZone,
                sent.CaseId,
                seen = found.Version,
                found.Saves,
            });
        EditionStore.Keep(act, definition)
            .Do("insert into cases_reference (reference, case_id) values (@reference, @CaseId)", new { reference, found.CaseId })
            .Do("insert into cases_answers (case_id, revision, act, submitted_at, content) values (@CaseId, 1, @act, @at, @answers)", new { found.CaseId, answers });
        CaseFees.Write(act, draft);
        SearchableAnswers.Write(act, tokens, draft);
        act.Event(found.CaseId, CaseEventKinds.Submitted, WorkflowSection.Submit, CaseStates.Draft, state.Id)
            .Audit("case", found.CaseId, "cases.submit", new { reference, edition = sent.Edition, sent.Organization, state = sent.State })
            .Publish(new CaseSubmitted(found.CaseId, sent.Version))
            .Once(found.CaseId);
        StepVerbs.Plan(act, draft, step, sent, [], key);
        return (act, sent);
    }
}
