namespace Platform.Core.Feel;

/// <summary>What an evaluation gave.</summary>
/// <param name="Value">A FEEL value as a CLR object; see the README of this folder.</param>
/// <param name="NullReason">Why the value is null, as far as known: a limit, a division by zero, a name without a value. In English, for logs and the command line.</param>
public sealed record FeelResult(object? Value, string? NullReason);
