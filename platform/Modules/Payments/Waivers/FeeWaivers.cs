using Platform.Core.Data;
using Platform.Core.Modules.Forms;
using Platform.Core.People;
using Platform.Modules.Cases;
using Platform.Modules.Cases.Editions;

namespace Platform.Modules.Payments.Waivers;

/// <summary>Lifts the fees of a case for one of the reasons that its service names. Never for oneself or for whom one filed.</summary>
public sealed class FeeWaivers(Acts acts, CaseStore cases, EditionStore editions)
{
    /// <summary>The reasons that hold for a case; none where its service has none.</summary>
    public async Task<IReadOnlyList<Waiver>> ReasonsAsync(CaseRow found, CancellationToken cancellationToken = default) =>
        (await editions.OfAsync(found, cancellationToken)).Service.Section<PaymentsSection>()?.Waivers ?? [];

    /// <summary>Lifts every fee that is due.</summary>
    /// <param name="reason">The id of one of <see cref="ReasonsAsync"/>.</param>
    /// <exception cref="RuleException">The case is closed, nothing is due, no such reason, or not by this official.</exception>
    /// <exception cref="ActConflictException">Paid or lifted meanwhile, or the case was closed since it was looked at.</exception>
    public async Task WaiveAsync(CaseRow found, CaseAccess access, string reason, Actor by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(by);
        if (found.Final)
        {
            throw new RuleException("This case is closed: nothing is to be paid.");
        }

        if (by.PersonId == found.FiledBy || by.PersonId == found.ApplicantId)
        {
            throw new RuleException("Somebody else must lift this fee: you filed the case.");
        }

        var due = (await cases.FeesAsync(found.CaseId, access, cancellationToken)).Where(f => f.State == FeeStates.Due).ToList();
        if (due.Count == 0 || (await ReasonsAsync(found, cancellationToken)).All(w => w.Id != reason))
        {
            throw new RuleException("This cannot be done now.");
        }

        var act = acts.Begin(by);
        foreach (var fee in due)
        {
            act.Settle(found.CaseId, fee.N, FeeStates.Waived)
                .Do("insert into payments_waiver (case_id, n, reason, waived_at, waived_by, act) values (@CaseId, @N, @reason, @at, @actor, @act)", new { found.CaseId, fee.N, reason });
        }

        await act.Note(found.CaseId, PaymentEventKinds.Waived)
            .Audit("case", found.CaseId, PaymentsPermissions.Waive, new { reason })
            .Publish(new FeesWaived(found.CaseId))
            .CommitAsync(cancellationToken);
    }
}
