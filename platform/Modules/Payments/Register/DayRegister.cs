using Platform.Modules.Payments.Receipts;

namespace Platform.Modules.Payments.Register;

/// <summary>What one cashier received on a day.</summary>
/// <param name="Sum">Minor units, without cancelled receipts.</param>
/// <param name="Currency">ISO 4217.</param>
public sealed record CashierDay(Guid CashierId, string Currency, IReadOnlyList<Receipt> Receipts, long Sum);

/// <summary>The register of a day, cashier by cashier: each counts her own drawer.</summary>
public static class DayRegister
{
    public static IReadOnlyList<CashierDay> Of(IEnumerable<Receipt> receipts) =>
    [
        .. receipts.GroupBy(r => (r.CashierId, r.Currency)).OrderBy(g => g.Min(r => r.ReceivedAt))
            .Select(g => new CashierDay(g.Key.CashierId, g.Key.Currency, [.. g], g.Where(r => r.IsValid).Sum(r => r.Amount))),
    ];
}
