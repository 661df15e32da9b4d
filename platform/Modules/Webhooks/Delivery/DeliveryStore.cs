using Platform.Core.Data;
using Platform.Core.People;
using Platform.Modules.Webhooks.Endpoints;
using Platform.Modules.Webhooks.Events;

namespace Platform.Modules.Webhooks.Delivery;

/// <summary>All SQL of deliveries.</summary>
public sealed class DeliveryStore(Db db, Acts acts)
{
    private const string Lost = $"state in ('{DeliveryStates.Failed}', '{DeliveryStates.GivenUp}')";

    internal static readonly TimeSpan LeaseLength = TimeSpan.FromMinutes(3);

    /// <summary>The log of an endpoint, the newest first.</summary>
    public Task<IReadOnlyList<WebhookDelivery>> ListAsync(Guid endpointId, int limit, CancellationToken cancellationToken = default) => db.ReadAsync<WebhookDelivery>(
        $"select {WebhookDelivery.Columns} from webhooks_delivery where endpoint_id = @endpointId order by created_at desc, delivery_id limit @limit",
        new { endpointId, limit }, cancellationToken);

    public async Task<WebhookDelivery?> FindAsync(Guid endpointId, Guid deliveryId, CancellationToken cancellationToken = default) => (await db.ReadAsync<WebhookDelivery>(
        $"select {WebhookDelivery.Columns} from webhooks_delivery where delivery_id = @deliveryId and endpoint_id = @endpointId", new { deliveryId, endpointId }, cancellationToken)).SingleOrDefault();

    /// <summary>Sends it once more, whatever became of it: the same bytes under the same id.</summary>
    /// <exception cref="ActConflictException">It waits already.</exception>
    public Task ReplayAsync(WebhookDelivery delivery, Actor by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        return Audit(acts.Begin(by), delivery, WebhooksPermissions.Manage, new { replay = delivery.DeliveryId })
            .Guard(
                "webhooks_delivery", "delivery_id", delivery.DeliveryId,
                $"""
                update webhooks_delivery set state = '{DeliveryStates.Waiting}', attempts = 0, due_at = @at, settled_at = null, reason = null, act = @act
                where delivery_id = @DeliveryId and state <> '{DeliveryStates.Waiting}'
                """,
                new { delivery.DeliveryId })
            .CommitAsync(cancellationToken);
    }

    /// <summary>How many came to nothing that are about something since then.</summary>
    public async Task<long> LostAsync(Guid endpointId, Instant since, CancellationToken cancellationToken = default) =>
        (await db.ReadAsync<long>($"select count(*) from webhooks_delivery where endpoint_id = @endpointId and {Lost} and created_at >= @since", new { endpointId, since }, cancellationToken)).Single();

    /// <summary>Sends all of them once more, as each was.</summary>
    public Task ReplayLostAsync(Guid endpointId, Instant since, Actor by, CancellationToken cancellationToken = default) => acts.Begin(by)
        .Do(
            $"""
            update webhooks_delivery set state = '{DeliveryStates.Waiting}', attempts = 0, due_at = @at, settled_at = null, reason = null, act = @act
            where endpoint_id = @endpointId and {Lost} and created_at >= @since
            """,
            new { endpointId, since })
        .Audit("webhook", endpointId, WebhooksPermissions.Manage, new { replay_since = since.ToString() })
        .CommitAsync(cancellationToken);

    /// <summary>Nobody is there any more: what waits has come to its end. What is just being sent ends by its own answer.</summary>
    internal static void SettleWaiting(Act act, Guid endpointId) => act.Do(
        $"""
        update webhooks_delivery set state = '{DeliveryStates.Failed}', reason = 'http-410', settled_at = @at, act = @act, lease_token = null, lease_until = null
        where endpoint_id = @endpointId and state = '{DeliveryStates.Waiting}' and (lease_until is null or lease_until < @at)
        """,
        new { endpointId });

    internal static void Add(Act act, WebhookEndpoint endpoint, CloudEvent told, string body) => act.Do(
        $"""
        insert into webhooks_delivery (delivery_id, endpoint_id, case_id, event_id, type, body, state, attempts, created_at, due_at, act)
        values (@id, @EndpointId, @CaseId, @eventId, @Type, @body, '{DeliveryStates.Waiting}', 0, @at, @at, @act)
        on conflict (delivery_id) do nothing
        """,
        new { id = WebhookDelivery.IdOf(endpoint.EndpointId, told.Id), endpoint.EndpointId, told.CaseId, eventId = told.Id, told.Type, body });

    internal Task<IReadOnlyList<WebhookDelivery>> ClaimAsync(Guid endpointId, int limit, Lease lease, CancellationToken cancellationToken) => db.ClaimAsync<WebhookDelivery>(
        "webhooks_delivery", "delivery_id", $"state = '{DeliveryStates.Waiting}' and endpoint_id = {Literal(endpointId)} and due_at <= @now", "due_at",
        WebhookDelivery.Columns, limit, lease, cancellationToken);

    /// <summary>The end of a delivery, with its line in the audit.</summary>
    /// <exception cref="ActConflictException">It took longer than its lease; another worker has it.</exception>
    internal Task SettleAsync(WebhookDelivery delivery, Lease lease, string state, string? reason) =>
        Audit(acts.Begin(Actor.System), delivery, "webhooks.deliver", new { delivery = delivery.DeliveryId, endpoint = delivery.EndpointId, state, reason })
            .Guard(
                "webhooks_delivery", "delivery_id", delivery.DeliveryId,
                """
                update webhooks_delivery set state = @state, reason = @reason, settled_at = @at, act = @act, lease_token = null, lease_until = null
                where delivery_id = @DeliveryId and lease_token = @Token
                """,
                new { delivery.DeliveryId, lease.Token, state, reason })
            .CommitAsync();

    /// <summary>Waits for another try: a lease given back, no change that anybody must answer for.</summary>
    internal Task PostponeAsync(WebhookDelivery delivery, Lease lease, Instant until, string reason) => db.WriteAsync(
        "update webhooks_delivery set due_at = @until, reason = @reason, lease_token = null, lease_until = null where delivery_id = @DeliveryId and lease_token = @Token",
        new { delivery.DeliveryId, lease.Token, until, reason });

    /// <summary>What was settled long ago goes, and what has waited so long for an address that is not switched on.</summary>
    /// <returns>How many went.</returns>
    internal async Task<int> ForgetAsync(Instant before, int limit, CancellationToken cancellationToken) =>
        await db.WriteAsync(
            "delete from webhooks_delivery where delivery_id in (select delivery_id from webhooks_delivery where settled_at < @before limit @limit)", new { before, limit }, cancellationToken)
        + await db.WriteAsync(
            $"""
            delete from webhooks_delivery where delivery_id in (
                select delivery_id from webhooks_delivery where state = '{DeliveryStates.Waiting}' and created_at < @before
                    and endpoint_id in (select endpoint_id from webhooks_endpoint where state <> '{EndpointStates.Active}') limit @limit)
            """,
            new { before, limit }, cancellationToken);

    // What is about a case stands in the case's chain; no two cases wait for each other.
    private static Act Audit(Act act, WebhookDelivery delivery, string action, object details) =>
        delivery.CaseId is { } subject ? act.Audit("case", subject, action, details) : act.Audit("webhook", delivery.EndpointId, action, details);

    // The claim takes a condition as text. Ids are written as each database keeps them.
    private string Literal(Guid id) => db.IsPostgres ? $"cast('{id:D}' as uuid)" : $"'{id.ToString("D").ToUpperInvariant()}'";
}
