namespace Platform.Core.Feel.Nodes;

/// <summary>The values of the names known at a place, and those around it.</summary>
internal sealed class Frame(Run run, Frame? outer, IReadOnlyDictionary<string, object?> values)
{
    private static readonly IReadOnlyDictionary<string, object?> Nothing = new Dictionary<string, object?>();

    public Run Run => run;

    public static Frame Root(Run run, IReadOnlyDictionary<string, object?> values) => new(run, null, values);

    public Frame With(string name, object? value) =>
        new(run, this, new Dictionary<string, object?>(1, StringComparer.Ordinal) { [name] = value });

    public Frame With(IReadOnlyDictionary<string, object?> values) => new(run, this, values);

    /// <summary>Within a filter the item is <c>item</c>, and its members have names of their own.</summary>
    public Frame WithItem(object? item) =>
        new(run, With("item", item), item as IReadOnlyDictionary<string, object?> ?? Nothing);

    public bool TryGet(string name, out object? value)
    {
        if (values.TryGetValue(name, out value))
        {
            return true;
        }
        return outer is not null && outer.TryGet(name, out value);
    }
}
