using Platform.Core.Data;

namespace Platform.Modules.Cases;

/// <summary>Steps of an act that change a case. Each change raises the version by one and writes the event of that number.</summary>
public static class CaseChange
{
    /// <summary>
    /// Adds an event that moves nothing (a payment came in, a note was sent). Never conflicts: whoever holds the older version must look again.
    /// Call after every statement of the act that reads the version.
    /// </summary>
    /// <param name="kind">Named <c>{module}.{what}</c>.</param>
    public static Act Note(this Act act, Guid caseId, string kind) => act
        .Do("update cases_case set version = version + 1, act = @act, changed_at = @at where case_id = @caseId", new { caseId })
        .Event(caseId, kind);

    /// <summary>Undoes the act where a fee of the case is neither paid nor waived.</summary>
    public static Act RequireSettledFees(this Act act, Guid caseId) => act.Do(
        $"insert into platform_act_guard (ok) select 0 where exists (select 1 from cases_fee where case_id = @caseId and state = '{FeeStates.Due}')",
        new { caseId });

    /// <summary>Undoes the act where the case is erased, or is erased at this moment: what it writes would not be forgotten.</summary>
    public static Act RequireNotErased(this Act act, Guid caseId) =>
        act.Guard("cases_case", "case_id", caseId, "update cases_case set act = @act where case_id = @caseId and erased_at is null", new { caseId });

    /// <summary>Settles one fee that is due; a second settlement undoes its act, and so does a case that is closed, or is closed at this moment.</summary>
    /// <param name="state"><see cref="FeeStates.Paid"/> or <see cref="FeeStates.Waived"/>.</param>
    public static Act Settle(this Act act, Guid caseId, long n, string state) => act
        .Guard("cases_case", "case_id", caseId, "update cases_case set act = @act where case_id = @caseId and not final", new { caseId })
        .Do(
            $"update cases_fee set state = @state, settled_at = @at, act = @act where case_id = @caseId and n = @n and state = '{FeeStates.Due}'",
            new { caseId, n, state })
        .Do(
            "insert into platform_act_guard (ok) select 0 where not exists (select 1 from cases_fee where case_id = @caseId and n = @n and act = @act)",
            new { caseId, n });

    /// <summary>Takes a settlement back: the fee is due again. Undoes its act where the fee is not settled so, or the case is decided already.</summary>
    /// <param name="state">What it was settled as.</param>
    /// <param name="undecided">The final state of a case that ended without a decision, for which nothing need be paid; null for any other.</param>
    public static Act Unsettle(this Act act, Guid caseId, long n, string state, string? undecided = null) => act
        .Do(
            $"update cases_fee set state = '{FeeStates.Due}', settled_at = null, act = @act where case_id = @caseId and n = @n and state = @state",
            new { caseId, n, state })
        .Do(
            """
            insert into platform_act_guard (ok) select 0
            where not exists (select 1 from cases_fee where case_id = @caseId and n = @n and act = @act)
                or exists (select 1 from cases_case where case_id = @caseId and final and state <> @undecided)
            """,
            new { caseId, n, undecided = undecided ?? "" });

    /// <summary>The event of the version the case has now, inside the act.</summary>
    internal static Act Event(this Act act, Guid caseId, string kind, string? action = null, string? from = null, string? to = null, byte[]? content = null) => act.Do(
        """
        insert into cases_event (case_id, seq, act, at, kind, action, from_state, to_state, actor_id, channel, content)
        select case_id, version, @act, @at, @kind, @action, @from, @to, @actor, @channel, @content from cases_case where case_id = @caseId
        """,
        new { caseId, kind, action, from, to, content, channel = act.Actor.Channel });
}
