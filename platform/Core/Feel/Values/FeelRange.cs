namespace Platform.Core.Feel;

/// <summary>An interval: <c>[1..3]</c>, <c>(1..3]</c>, or open on one side as <c>(&gt; 10)</c>.</summary>
/// <param name="Start">Null with <see cref="HasStart"/> is a bound that is not known, so membership is not known either.</param>
/// <param name="HasStart">False where the range has no lower bound at all.</param>
/// <param name="HasEnd">False where the range has no upper bound at all.</param>
public sealed record FeelRange(object? Start, bool StartIncluded, object? End, bool EndIncluded, bool HasStart = true, bool HasEnd = true);
