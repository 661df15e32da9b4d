namespace Platform.Core.Packs;

/// <summary>A national change in something that a local variant inherits.</summary>
/// <param name="Field">Where it stands, see <see cref="FieldPath"/>; an order of things ends with <c>:order</c>.</param>
/// <param name="Before">As people read it; null: it was not there.</param>
/// <param name="After">The same; null: it is gone.</param>
public sealed record InheritedChange(string Field, string? Before, string? After);
