using Platform.Core.Data;

namespace Platform.Modules.Webhooks.Endpoints;

/// <summary>What becomes of an endpoint.</summary>
public static class EndpointStates
{
    public const string Active = "active";

    /// <summary>Switched off at the desk: nothing is sent, nothing new queued.</summary>
    public const string Off = "off";

    /// <summary>It answered 410: nobody wants to be called there any more.</summary>
    public const string Gone = "gone";
}

/// <summary>A program of others that is told of events. Its secrets are read through <see cref="EndpointStore.SecretsOf"/>.</summary>
public sealed record WebhookEndpoint
{
    public required Guid EndpointId { get; init; }

    public required string Url { get; init; }

    /// <summary>Types with a space between them.</summary>
    public required string Events { get; init; }

    public required string State { get; init; }

    public required Instant CreatedAt { get; init; }

    internal byte[] Secret { get; init; } = [];

    internal byte[]? FormerSecret { get; init; }

    internal Instant? FormerUntil { get; init; }

    public bool IsActive => State == EndpointStates.Active;

    public IReadOnlyList<string> Types => Events.Split(' ');

    public bool Wants(string type) => Types.Contains(type);
}
