namespace Platform.Core.Feel.Nodes;

/// <summary>A name, or a path from one: what an expression can read from outside.</summary>
internal interface IReadable
{
    /// <returns>The type, null if unknown, and the path from the outermost scope, null if it does not begin there.</returns>
    (FeelType? Type, string? Path) Resolve(Checking checking);
}
