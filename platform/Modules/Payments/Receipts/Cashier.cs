using Platform.Core.Data;
using Platform.Core.Modules.Forms;
using Platform.Core.Packs;
using Platform.Core.People;
using Platform.Modules.Cases;
using Platform.Modules.Cases.Editions;
using Platform.Modules.Cases.Workflow;

namespace Platform.Modules.Payments.Receipts;

/// <summary>Takes money for a case and takes a wrong receipt back. Each is one act together with the fees of the case.</summary>
public sealed class Cashier(Acts acts, CaseStore cases, ReceiptStore receipts, EditionStore editions, ActivePack pack)
{
    /// <summary>Receives everything that is due, in one receipt.</summary>
    /// <param name="found">As the cashier saw it, through her access.</param>
    /// <param name="amount">What the cashier was shown, in minor units: where the sum is another by now, nothing is received.</param>
    /// <returns>The receipt's id.</returns>
    /// <exception cref="RuleException">The case is closed, nothing is due, or another sum.</exception>
    /// <exception cref="ActConflictException">Somebody else received it at the same moment, or the case was closed since it was looked at.</exception>
    public async Task<Guid> ReceiveAsync(CaseRow found, CaseAccess access, long amount, Actor cashier, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(cashier);
        if (found.Final)
        {
            throw new RuleException("This case is closed: nothing is to be paid.");
        }

        var due = (await cases.FeesAsync(found.CaseId, access, cancellationToken)).Where(f => f.State == FeeStates.Due).ToList();
        if (due.Count == 0 || due.Sum(f => f.Amount) != amount)
        {
            throw new RuleException("Nothing was received: the sum that is due is another by now. Look at it again.");
        }

        var receiptId = Guid.CreateVersion7();
        var act = acts.Begin(cashier);
        foreach (var fee in due)
        {
            act.Settle(found.CaseId, fee.N, FeeStates.Paid)
                .Do("insert into payments_receipt_item (receipt_id, n, fee, amount) values (@receiptId, @N, @Fee, @Amount)", new { receiptId, fee.N, fee.Fee, fee.Amount });
        }

        act.Note(found.CaseId, PaymentEventKinds.Received)
            .Audit("case", found.CaseId, PaymentsPermissions.Receive, new { receipt = receiptId, amount, due[0].Currency })
            .Publish(new PaymentReceived(found.CaseId, receiptId));
        Number(act, found, receiptId, amount, due[0].Currency);
        await act.CommitAsync(cancellationToken);
        return receiptId;
    }

    /// <summary>Cancels a wrong receipt, or one for a case that ended without a decision: the same day only, and not by the one who gave it.</summary>
    /// <param name="access">Of the cashier, for the case.</param>
    /// <param name="reason">One of <see cref="CancelReasons"/>.</param>
    /// <exception cref="RuleException">Not today's, one's own, or no longer valid.</exception>
    /// <exception cref="ActConflictException">Cancelled meanwhile, or the case was decided.</exception>
    public async Task CancelAsync(Receipt receipt, CaseAccess access, string reason, Actor by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        ArgumentNullException.ThrowIfNull(by);
        var act = acts.Begin(by);
        RequireCancellable(receipt, by, LocalDayOf(act.At));
        var undecided = await UndecidedAsync(receipt.CaseId, access, cancellationToken);
        act.Note(receipt.CaseId, undecided is null ? PaymentEventKinds.Cancelled : PaymentEventKinds.Returned).Guard(
            "payments_receipt",
            "receipt_id",
            receipt.ReceiptId,
            $"""
            update payments_receipt set state = '{ReceiptStates.Cancelled}', cancelled_at = @at, cancelled_by = @actor, cancel_reason = @reason, act = @act
            where receipt_id = @ReceiptId and state = '{ReceiptStates.Valid}'
            """,
            new { receipt.ReceiptId, reason });
        foreach (var item in await receipts.ItemsAsync(receipt.ReceiptId, cancellationToken))
        {
            act.Unsettle(receipt.CaseId, item.N, FeeStates.Paid, undecided);
        }

        if (undecided is null)
        {
            act.Publish(new PaymentCancelled(receipt.CaseId, receipt.ReceiptId));
        }

        await act.Audit("case", receipt.CaseId, "payments.cancel", new { receipt = receipt.ReceiptId, reason }).CommitAsync(cancellationToken);
    }

    // A case that is closed by then stays so: what is read here still holds inside the act.
    private async Task<string?> UndecidedAsync(Guid caseId, CaseAccess access, CancellationToken cancellationToken) =>
        await cases.ReadAsync(caseId, access, cancellationToken) is { Case: { Final: true } found } stored
        && (await editions.OfAsync(found, cancellationToken)).Service.Section<WorkflowSection>()!.EndedUndecided(stored)
            ? found.State
            : null;

    public DateOnly LocalDayOf(Instant moment) => LocalDay.Of(moment, pack.Current.Pack);

    private void Number(Act act, CaseRow found, Guid receiptId, long amount, string currency)
    {
        var day = LocalDayOf(act.At);
        var year = (long)day.Year;
        act.DoLast(
            """
            insert into payments_counter (organization, year, last) values (@Organization, @year, 1)
            on conflict (organization, year) do update set last = payments_counter.last + 1
            """,
            new { found.Organization, year });
        act.DoLast(
            $"""
            insert into payments_receipt (receipt_id, case_id, organization, year, number, method, amount, currency, received_on, received_at, cashier_id, state, act)
            select @receiptId, @CaseId, organization, year, last, '{PaymentMethods.Counter}', @amount, @currency, @day, @at, @actor, '{ReceiptStates.Valid}', @act
            from payments_counter where organization = @Organization and year = @year
            """,
            new { receiptId, found.CaseId, amount, currency, day, found.Organization, year });
    }

    private static void RequireCancellable(Receipt receipt, Actor by, DateOnly today)
    {
        if (!receipt.IsValid)
        {
            throw new RuleException("This receipt is cancelled already.");
        }

        if (receipt.CashierId == by.PersonId)
        {
            throw new RuleException("Somebody else must cancel a receipt that you gave.");
        }

        if (receipt.ReceivedOn != today)
        {
            throw new RuleException("A receipt can be cancelled only on the day it was given.");
        }
    }
}
