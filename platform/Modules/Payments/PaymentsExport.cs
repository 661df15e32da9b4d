using Platform.Core.Modules;

namespace Platform.Modules.Payments;

/// <summary>Money in the export of everything.</summary>
internal static class PaymentsExport
{
    public static void Declare(ModuleBuilder module)
    {
        module.Export("payments_receipt", "A receipt of money at a counter.",
            """
            number: Its number within the body and year.
            method: How it was paid.
            amount: Minor units of the currency.
            received_on: The local day.
            received_at: When.
            cashier_id: Who took it.
            state: valid or cancelled.
            cancelled_at: When it was cancelled.
            cancelled_by: By whom.
            cancel_reason: Why.
            """);
        module.Export("payments_receipt_item", "A fee that a receipt settled.", "amount: Minor units of the receipt's currency.");
        module.Export("payments_waiver", "A fee that somebody lifted.",
            """
            reason: One of the service's own.
            waived_at: When.
            waived_by: Who lifted it.
            """);
        module.Export("payments_counter", "The last receipt number of a body in a year; whoever goes on, goes on from here.", "last: The number.");
    }
}
