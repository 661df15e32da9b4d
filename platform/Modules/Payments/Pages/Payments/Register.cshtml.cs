using System.Globalization;
using Microsoft.Extensions.Localization;
using Platform.Core.Data;
using Platform.Core.Texts;
using Platform.Modules.Cases.Desk;
using Platform.Modules.Payments.Receipts;
using Platform.Modules.Payments.Register;

namespace Platform.Modules.Payments.Pages.Payments;

/// <summary>The receipts of a day by cashier with their sums: to count the drawer, print and sign.</summary>
public sealed class RegisterModel(ReceiptStore receipts, Cashier cashier, PeopleNames people, ReceiptWords words, TimeProvider clock, IStringLocalizer t) : MoneyPage
{
    private DateOnly day;

    public ReceiptWords Words => words;

    public string DayValue => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public string DayText => t.Formats().Date(day);

    public IReadOnlyList<(string Name, CashierDay Day)> Cashiers { get; private set; } = [];

    public async Task OnGetAsync(string? day, CancellationToken cancellationToken)
    {
        this.day = DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked) ? asked : cashier.LocalDayOf(clock.Now());
        var days = DayRegister.Of(await receipts.OfDayAsync(this.day, Viewer.ScopeOf(PaymentsPermissions.Receive), cancellationToken));
        var names = await people.OfAsync(days.Select(d => (Guid?)d.CashierId), cancellationToken: cancellationToken);
        Cashiers = [.. days.Select(d => (names(d.CashierId), d))];
    }
}
