namespace Platform.Core.Feel;

/// <summary>How much one evaluation may cost. What goes beyond becomes null, with the reason.</summary>
/// <param name="Steps">Expressions evaluated and list items touched.</param>
/// <param name="Depth">Nesting of evaluations, function calls included, and of the values built.</param>
/// <param name="ListSize">Items of one list or context.</param>
/// <param name="StringLength">UTF-16 units of one string.</param>
public sealed record FeelLimits(int Steps = 1_000_000, int Depth = 1_000, int ListSize = 100_000, int StringLength = 1_000_000)
{
    public static FeelLimits Default { get; } = new();
}
