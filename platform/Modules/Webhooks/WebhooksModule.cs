using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Modules;
using Platform.Modules.Cases;
using Platform.Modules.Webhooks.Delivery;
using Platform.Modules.Webhooks.Endpoints;
using Platform.Modules.Webhooks.Events;

namespace Platform.Modules.Webhooks;

/// <summary>Tells programs of others what happens to cases: signed calls over HTTP, with ids and never with what a person wrote.</summary>
public sealed class WebhooksModule : PlatformModule
{
    public override string Name => "webhooks";

    public override IReadOnlyList<string> DependsOn => ["cases"];

    public override void Configure(ModuleBuilder module)
    {
        ArgumentNullException.ThrowIfNull(module);
        module.Options<WebhooksOptions>();
        module.InstancePermission(WebhooksPermissions.Manage);
        module.Services.AddSingleton<EndpointStore>().AddSingleton<EndpointRules>().AddSingleton<DeliveryStore>().AddSingleton<Announcements>();
        module.Services.AddSingleton<AddressGuard>().AddSingleton<WebhookCall>().AddSingleton<Deliveries>().AddHostedService<DeliveryLoop>();
        module.On<CaseSubmitted, TellSubmitted>();
        module.On<CaseMoved, TellMoved>();
        module.On<CaseDecided, TellDecided>();
        module.On<CaseErased, TellErased>();
        module.Job<ForgetDeliveries>(every: TimeSpan.FromHours(6));
        module.Pages("/Webhooks", WebhooksPermissions.Manage);
        module.Menu(MenuPlaces.Desk, "Webhooks", "/desk/webhooks", WebhooksPermissions.Manage, order: 85);
        WebhooksExport.Declare(module);
    }
}
