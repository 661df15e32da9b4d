using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.Core.People;
using Platform.Core.Texts;
using Platform.Modules.Cases;
using Platform.Modules.Cases.Editions;
using Platform.Modules.Cases.Fees;
using Platform.Modules.Cases.MyCases;
using Platform.Modules.Cases.References;
using Platform.Modules.Payments.Receipts;

namespace Platform.Modules.Payments.Pages.Payments;

/// <summary>What a case owes, item by item, and one button: received. The cashier sees fees, never answers.</summary>
public sealed class ReceiveModel(CaseStore cases, Cashier cashier, ReceiptStore receipts, EditionStore editions, FeeWords words, IStringLocalizer t) : MoneyPage
{
    public string Reference { get; private set; } = "";

    public string Service { get; private set; } = "";

    public IReadOnlyList<FeeLine> Fees { get; private set; } = [];

    /// <summary>Minor units.</summary>
    public long Due { get; private set; }

    public string? Total { get; private set; }

    public bool IsClosed { get; private set; }

    public IReadOnlyList<Receipt> Given { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellationToken) =>
        await FindCaseAsync(reference, PaymentsPermissions.Receive, cancellationToken) is { } found ? await ShowAsync(found, cancellationToken) : NotFound();

    public async Task<IActionResult> OnPostAsync(string reference, [FromForm] long amount, CancellationToken cancellationToken)
    {
        if (await FindCaseAsync(reference, PaymentsPermissions.Receive, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        var receipt = Guid.Empty;
        return await TryAsync(async () => receipt = await cashier.ReceiveAsync(found, Access, amount, Viewer.Actor(Channels.Counter, found.ApplicantId), cancellationToken))
            ? Redirect(In($"/desk/payments/receipts/{receipt:D}"))
            : await ShowAsync(found, cancellationToken);
    }

    private CaseAccess.Official Access => CaseAccess.Official.Of(Viewer, PaymentsPermissions.Receive);

    private async Task<IActionResult> ShowAsync(CaseRow found, CancellationToken cancellationToken)
    {
        var fees = await cases.FeesAsync(found.CaseId, Access, cancellationToken);
        Reference = CaseReference.Show(found.Reference!);
        Service = t.Pack((await editions.OfAsync(found, cancellationToken)).Service.Title).Value;
        Fees = await words.OfAsync(found, fees, cancellationToken);
        Due = fees.Where(f => f.State == FeeStates.Due).Sum(f => f.Amount);
        Total = found.Final ? null : words.Due(fees);
        IsClosed = found.Final;
        Given = await receipts.OfCaseAsync(found.CaseId, cancellationToken);
        return Page();
    }
}
