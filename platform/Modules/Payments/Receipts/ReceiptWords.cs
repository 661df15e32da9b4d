using Microsoft.Extensions.Localization;
using Platform.Core.Packs;
using Platform.Core.Texts;
using Platform.Modules.Cases;
using Platform.Modules.Cases.Desk;
using Platform.Modules.Cases.Editions;
using Platform.Modules.Cases.Fees;
using Platform.Modules.Cases.References;

namespace Platform.Modules.Payments.Receipts;

/// <summary>What stands on a receipt besides its number and sum.</summary>
public sealed record ReceiptText(string Organization, string Payer, string Cashier, string Reference, string Service, IReadOnlyList<(string Title, string Amount)> Items);

/// <summary>Receipts in words. Whoever asks was let into the receipt before.</summary>
public sealed class ReceiptWords(ReceiptStore receipts, CaseStore cases, EditionStore editions, PeopleNames people, FeeWords fees, IStringLocalizer t)
{
    public async Task<ReceiptText> OfAsync(Receipt receipt, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        var found = (await cases.FindAsync(receipt.CaseId, new CaseAccess.AfterCommit(), cancellationToken))!;
        var definition = await editions.OfAsync(found, cancellationToken);
        var names = await people.OfAsync([found.ApplicantId, receipt.CashierId], cancellationToken: cancellationToken);
        var section = definition.Service.Section<FeesSection>();
        return new(
            definition.Pack.Organizations.Find(receipt.Organization) is { } body ? t.Pack(body.Name).Value : receipt.Organization,
            names(found.ApplicantId),
            names(receipt.CashierId),
            CaseReference.Show(found.Reference!),
            t.Pack(definition.Service.Title).Value,
            [.. (await receipts.ItemsAsync(receipt.ReceiptId, cancellationToken)).Select(i => (
                section?.Find(i.Fee) is { } known ? t.Pack(known.Title).Value : i.Fee, fees.Money(i.Amount, receipt.Currency)))]);
    }

    public string Money(Receipt receipt)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        return fees.Money(receipt.Amount, receipt.Currency);
    }

    public string Money(long minor, string currency) => fees.Money(minor, currency);

    public string Reason(string reason) => reason switch
    {
        CancelReasons.WrongCase => t["It is for another case"],
        CancelReasons.WrongAmount => t["The sum is wrong"],
        _ => t["The money was given back"],
    };
}
