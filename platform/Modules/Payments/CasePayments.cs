using Microsoft.Extensions.Localization;
using Platform.Core.People;
using Platform.Core.Texts;
using Platform.Modules.Cases;
using Platform.Modules.Cases.Desk;
using Platform.Modules.Cases.Fees;
using Platform.Modules.Payments.Receipts;

namespace Platform.Modules.Payments;

/// <summary>The receipts of a case beside it on the desk, and the way to the cashier for whoever may receive money.</summary>
internal sealed class CasePayments(ReceiptStore receipts, FeeWords words, Viewer viewer, IStringLocalizer t) : ICasePanel
{
    public async Task<CasePanel?> OfAsync(StoredCase stored, CancellationToken cancellationToken = default)
    {
        // Where nothing was ever to be paid there is no receipt to look for.
        if (stored.Fees.Count == 0)
        {
            return null;
        }

        var found = stored.Case;
        var given = await receipts.OfCaseAsync(found.CaseId, cancellationToken);
        var mayReceive = viewer.May(PaymentsPermissions.Receive, found.Organization, found.AreaPath);
        var lines = given.Select(r => new CasePanelLine(Text(r), mayReceive ? $"/desk/payments/receipts/{r.ReceiptId:D}" : null)).ToList();
        if (!found.Final && stored.Fees.Any(f => f.State == FeeStates.Due))
        {
            if (mayReceive)
            {
                lines.Add(new(t["Receive the payment"], $"/desk/payments/{found.Reference}"));
            }

            if (viewer.May(PaymentsPermissions.Waive, found.Organization, found.AreaPath))
            {
                lines.Add(new(t["Lift the fees"], $"/desk/waivers/{found.Reference}"));
            }
        }

        return lines.Count == 0 ? null : new(t["Payments"], lines);
    }

    private string Text(Receipt receipt) => receipt.IsValid
        ? t["Receipt {0}: {1}, {2}", receipt.Label, words.Money(receipt.Amount, receipt.Currency), t.Formats().Date(receipt.ReceivedAt)]
        : t["Receipt {0}: cancelled", receipt.Label];
}
