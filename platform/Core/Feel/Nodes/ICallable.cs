namespace Platform.Core.Feel.Nodes;

/// <summary>A function, built in or defined in the expression.</summary>
internal interface ICallable
{
    object? Call(IReadOnlyList<object?> arguments, Run run);

    object? Call(IReadOnlyList<KeyValuePair<string, object?>> arguments, Run run);
}
