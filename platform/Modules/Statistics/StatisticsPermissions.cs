namespace Platform.Modules.Statistics;

/// <summary>What officials may do here; who may says the pack's <c>roles.yaml</c>.</summary>
public static class StatisticsPermissions
{
    /// <summary>Read what applicants wrote after a decision, without case, name or rating.</summary>
    public const string Comments = "statistics.comments";
}
