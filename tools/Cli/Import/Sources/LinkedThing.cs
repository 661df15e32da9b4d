namespace Platform.Cli.Import.Sources;

/// <summary>A value of a property: a text, in a language where one is told, or a link.</summary>
/// <param name="To">The address of a thing; null for a text. A text may be the address of a thing too: <c>@type: @id</c> makes it one.</param>
internal sealed record LinkedValue(string Text, string? Language, string? To)
{
    public string Address => To ?? Text;
}

/// <summary>A thing of a graph.</summary>
internal sealed class LinkedThing(string id)
{
    private readonly Dictionary<string, List<LinkedValue>> properties = new(StringComparer.Ordinal);

    public string Id => id;

    public HashSet<string> Types { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<LinkedValue> this[string property] => properties.GetValueOrDefault(property) ?? [];

    public void Add(string property, IEnumerable<LinkedValue> values)
    {
        if (!properties.TryGetValue(property, out var known))
        {
            properties[property] = known = [];
        }

        known.AddRange(values.Except(known));
    }
}
