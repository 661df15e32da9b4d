using Microsoft.Extensions.Localization;
using Platform.Modules.Webhooks.Delivery;
using Platform.Modules.Webhooks.Endpoints;
using Platform.Modules.Webhooks.Events;

namespace Platform.Modules.Webhooks.Pages;

/// <summary>Words for what stands in the tables as codes.</summary>
internal static class WebhookTexts
{
    public static string Event(IStringLocalizer t, string type) => type switch
    {
        EventTypes.Submitted => t["An application was sent"],
        EventTypes.Moved => t["A case went on to another state"],
        EventTypes.Decided => t["A case was closed"],
        EventTypes.Erased => t["A case was erased"],
        _ => t["A test"],
    };

    public static string State(IStringLocalizer t, WebhookEndpoint endpoint) => endpoint.State switch
    {
        EndpointStates.Active => t["Is told"],
        EndpointStates.Gone => t["Said that nobody is there any more"],
        _ => t["Switched off"],
    };

    public static string State(IStringLocalizer t, WebhookDelivery delivery) => delivery.State switch
    {
        DeliveryStates.Sent => t["Arrived"],
        DeliveryStates.Failed => t["Refused by the other side"],
        DeliveryStates.GivenUp => t["Tried often enough without success"],
        _ when delivery.Attempts > 0 => t["Will be tried again"],
        _ => t["Waits"],
    };
}
