namespace Platform.Core.Packs;

/// <summary>Where a field stands in a pack.</summary>
/// <param name="File">Path inside the pack, with <c>/</c>.</param>
/// <param name="Keys">From the outside in: keys of maps, ids of list items, codes and columns of tables, addresses of translations; none for the whole file.</param>
public sealed record FieldPath(string File, IReadOnlyList<string> Keys)
{
    /// <summary>The whole file.</summary>
    public FieldPath(string file) : this(file, [])
    {
    }

    /// <summary>A part of this field.</summary>
    public FieldPath Below(string key) => new(File, [.. Keys, key]);

    /// <summary>The order of a list's items, which is a field of its own: <c>services/birth.yaml#form.(order)</c>.</summary>
    public FieldPath Order => Below("(order)");

    /// <inheritdoc/>
    public bool Equals(FieldPath? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary><c>services/birth.yaml#form.child.questions.name.label</c>.</summary>
    public override string ToString() => Keys.Count == 0 ? File : $"{File}#{string.Join('.', Keys)}";
}
