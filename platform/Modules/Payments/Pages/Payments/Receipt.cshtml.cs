using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Platform.Core.Data;
using Platform.Core.People;
using Platform.Core.Texts;
using Platform.Modules.Cases;
using Platform.Modules.Payments.Receipts;

namespace Platform.Modules.Payments.Pages.Payments;

/// <summary>A receipt to print, and the way to take a wrong one back.</summary>
public sealed class ReceiptModel(ReceiptStore receipts, Cashier cashier, ReceiptWords words, TimeProvider clock, IStringLocalizer t) : MoneyPage
{
    private ReceiptText text = null!;

    public Receipt Receipt { get; private set; } = null!;

    public string Organization => text.Organization;

    public string Payer => text.Payer;

    public string CashierName => text.Cashier;

    public string Reference => text.Reference;

    public string Service => text.Service;

    public IReadOnlyList<(string Title, string Amount)> Items => text.Items;

    public string Total => words.Money(Receipt);

    public string When => t.Formats().DateTime(Receipt.ReceivedAt);

    public bool CanCancel => Receipt.IsValid && Receipt.CashierId != Viewer.PersonId && Receipt.ReceivedOn == cashier.LocalDayOf(clock.Now());

    public IEnumerable<SelectListItem> Reasons => CancelReasons.All.Select(r => new SelectListItem(words.Reason(r), r));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await FindAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, [FromForm] string? reason, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (reason is null || !CancelReasons.All.Contains(reason))
        {
            Refuse(StatusCodes.Status422UnprocessableEntity, t["Say what is wrong with the receipt"], "reason");
            return Page();
        }

        if (await TryAsync(() => cashier.CancelAsync(Receipt, CaseAccess.Official.Of(Viewer, PaymentsPermissions.Receive), reason, Viewer.Actor(Channels.Counter), cancellationToken)))
        {
            return Redirect(In($"/desk/payments/receipts/{id:D}"));
        }

        await FindAsync(id, cancellationToken);
        return Page();
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await receipts.FindAsync(id, Viewer.ScopeOf(PaymentsPermissions.Receive), cancellationToken) is not { } found)
        {
            return false;
        }

        (Receipt, text) = (found, await words.OfAsync(found, cancellationToken));
        return true;
    }
}
