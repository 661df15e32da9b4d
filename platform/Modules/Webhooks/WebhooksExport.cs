using Platform.Core.Modules;

namespace Platform.Modules.Webhooks;

/// <summary>Programs that are told, in the export of everything.</summary>
internal static class WebhooksExport
{
    private const string Secret = "What deliveries are signed with; a new one is agreed where one goes.";
    private const string Lease = "Who sends it at this moment.";

    public static void Declare(ModuleBuilder module)
    {
        module.Export("webhooks_endpoint", "A program of others that is told.",
            """
            endpoint_id: Identity of the endpoint.
            url: Its address.
            events: Of what, with a space between.
            former_until: Until when the secret before holds too.
            state: Whether it is told.
            """).Without("secret", Secret).Without("former_secret", Secret);
        module.Export("webhooks_delivery", "What was told, is to be told, or could not be.",
            """
            delivery_id: Identity of the delivery.
            endpoint_id: To whom.
            event_id: Identity of what happened.
            type: What happened.
            body: The JSON that was sent: ids only.
            state: waiting, delivered or given up, among others.
            reason: Why it failed.
            due_at: When it is tried next.
            settled_at: When it was delivered or given up.
            """).Without("lease_token", Lease).Without("lease_until", Lease);
    }
}
