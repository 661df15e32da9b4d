using Platform.Core.Data;

namespace Platform.Modules.Notices.Delivery;

/// <summary>What becomes of a delivery.</summary>
public static class DeliveryStates
{
    public const string Waiting = "waiting";
    public const string Sent = "sent";

    /// <summary>The other side refused it, or there is no address any more.</summary>
    public const string Failed = "failed";

    /// <summary>Tried often enough, or nobody knows whether it arrived and it must not arrive twice.</summary>
    public const string GivenUp = "given-up";
}

/// <summary>A delivery that this worker holds.</summary>
internal sealed record ClaimedDelivery
{
    public required Guid DeliveryId { get; init; }

    public required Guid NoticeId { get; init; }

    public required Guid CaseId { get; init; }

    public required int Attempts { get; init; }

    public required int Outcomes { get; init; }

    /// <summary>An earlier try began and its end was never written: the process died, perhaps after sending.</summary>
    public bool FollowsCrash => Attempts > Outcomes + 1;
}

/// <summary>A delivery as an official sees it.</summary>
public sealed record DeliveryLine
{
    public required Guid NoticeId { get; init; }

    public required string Channel { get; init; }

    public required string State { get; init; }

    public string? Reason { get; init; }

    public string? Reference { get; init; }

    public required int Attempts { get; init; }
}

/// <summary>A delivery that did not arrive, as whoever runs the portal sees it: neither to whom nor about what.</summary>
public sealed record LostDelivery
{
    public required Guid DeliveryId { get; init; }

    public required Guid CaseId { get; init; }

    public required string Channel { get; init; }

    public required string State { get; init; }

    /// <summary>A code, as <c>smtp-550</c>.</summary>
    public string? Reason { get; init; }

    public required int Attempts { get; init; }

    public Instant? SettledAt { get; init; }

    /// <summary>The notice's template, as <c>approved</c>.</summary>
    public required string Name { get; init; }
}
