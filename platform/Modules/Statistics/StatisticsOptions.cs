using System.ComponentModel.DataAnnotations;

namespace Platform.Modules.Statistics;

/// <summary>Settings below <c>Modules:statistics</c>.</summary>
public sealed class StatisticsOptions
{
    /// <summary>For how many days after the decision an applicant is asked how satisfied she is.</summary>
    [Range(1, 3650)]
    public int AskedForDays { get; set; } = 90;
}
