using System.Security.Cryptography;
using System.Text;
using Platform.Core.Data;

namespace Platform.Modules.Webhooks.Delivery;

/// <summary>What becomes of a delivery.</summary>
public static class DeliveryStates
{
    public const string Waiting = "waiting";
    public const string Sent = "sent";

    /// <summary>Nobody is there any more, or the address may not be called.</summary>
    public const string Failed = "failed";

    /// <summary>Tried often enough.</summary>
    public const string GivenUp = "given-up";
}

/// <summary>One event for one endpoint. It holds ids only.</summary>
public sealed record WebhookDelivery
{
    public required Guid DeliveryId { get; init; }

    public required Guid EndpointId { get; init; }

    public Guid? CaseId { get; init; }

    /// <summary>The <c>webhook-id</c>: the same on every try.</summary>
    public required string EventId { get; init; }

    public required string Type { get; init; }

    public required string Body { get; init; }

    public required string State { get; init; }

    public required int Attempts { get; init; }

    /// <summary>A code, as <c>http-503</c>.</summary>
    public string? Reason { get; init; }

    public required Instant CreatedAt { get; init; }

    public required Instant DueAt { get; init; }

    public Instant? SettledAt { get; init; }

    internal const string Columns = "delivery_id, endpoint_id, case_id, event_id, type, body, state, attempts, reason, created_at, due_at, settled_at";

    /// <summary>The same for the same event and endpoint, so that what is queued twice stands there once (UUID version 8, RFC 9562).</summary>
    internal static Guid IdOf(Guid endpoint, string eventId)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{endpoint:N} {eventId}"))[..16];
        (bytes[6], bytes[8]) = ((byte)((bytes[6] & 0x0F) | 0x80), (byte)((bytes[8] & 0x3F) | 0x80));
        return new Guid(bytes, bigEndian: true);
    }
}
