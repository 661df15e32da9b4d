namespace Platform.Modules.Payments;

/// <summary>What officials may do with money. Which roles hold it says the pack's <c>roles.yaml</c>.</summary>
public static class PaymentsPermissions
{
    /// <summary>Takes money at the counter, gives receipts, keeps the register.</summary>
    public const string Receive = "payments.receive";

    /// <summary>Lifts a fee for one of the reasons that the service names.</summary>
    public const string Waive = "payments.waive";

    internal static readonly string[] All = [Receive, Waive];
}
