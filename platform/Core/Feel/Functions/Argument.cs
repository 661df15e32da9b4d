using Platform.Core.Feel.Nodes;

namespace Platform.Core.Feel.Functions;

/// <summary>An argument as it stands in the expression, before evaluation.</summary>
internal sealed record Argument(string? Name, FeelType Type, Node Node);
