using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Modules;
using Platform.Modules.Cases;
using Platform.Modules.Cases.Desk;
using Platform.Modules.Payments.Receipts;
using Platform.Modules.Payments.Waivers;

namespace Platform.Modules.Payments;

/// <summary>Fees received at the counter with numbered receipts, lifted for a reason, and the cashiers' register.</summary>
public sealed class PaymentsModule : PlatformModule
{
    public override string Name => "payments";

    public override IReadOnlyList<string> DependsOn => ["cases"];

    public override void Configure(ModuleBuilder module)
    {
        ArgumentNullException.ThrowIfNull(module);
        Array.ForEach(PaymentsPermissions.All, module.Permission);
        module.Section<PaymentsSection>("payments");
        module.Pages("/Payments", PaymentsPermissions.Receive);
        module.Pages("/Waivers", PaymentsPermissions.Waive);
        module.Menu(MenuPlaces.Desk, "Cashier", "/desk/payments", PaymentsPermissions.Receive, order: 30);
        module.Services.AddSingleton<ReceiptStore>();
        module.Services.AddSingleton<Cashier>();
        module.Services.AddSingleton<FeeWaivers>();
        module.Services.AddScoped<ReceiptWords>();
        module.Services.AddScoped<ICasePanel, CasePayments>();
        module.Services.AddSingleton(new CaseEventText(PaymentEventKinds.Received, "The fees were paid."));
        module.Services.AddSingleton(new CaseEventText(PaymentEventKinds.Cancelled, "A receipt was cancelled. The fees are due again."));
        module.Services.AddSingleton(new CaseEventText(PaymentEventKinds.Returned, "A receipt was cancelled. Nothing is to be paid."));
        module.Services.AddSingleton(new CaseEventText(PaymentEventKinds.Waived, "The fees were lifted."));
        PaymentsExport.Declare(module);
    }
}
