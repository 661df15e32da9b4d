namespace Platform.Modules.Payments;

/// <summary>Money came in. Published in the act that gives the receipt; carries ids only.</summary>
public sealed record PaymentReceived(Guid CaseId, Guid ReceiptId);

/// <summary>A wrong receipt was cancelled: its fees are due again.</summary>
public sealed record PaymentCancelled(Guid CaseId, Guid ReceiptId);

/// <summary>A fee was lifted.</summary>
public sealed record FeesWaived(Guid CaseId);

/// <summary>Events that payments add to the timeline of a case.</summary>
internal static class PaymentEventKinds
{
    public const string Received = "payments.received";
    public const string Cancelled = "payments.cancelled";
    public const string Returned = "payments.returned";
    public const string Waived = "payments.waived";
}
