using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Platform.Core.Packs;

/// <summary>Things of a pack in its order, found by id.</summary>
public sealed class PackIndex<T> : IReadOnlyList<T> where T : class
{
    private readonly IReadOnlyList<T> things;
    private readonly Dictionary<string, T> byId = new(StringComparer.Ordinal);

    internal PackIndex(IReadOnlyList<T> things, Func<T, string> id)
    {
        this.things = things;
        foreach (var thing in things)
        {
            byId.TryAdd(id(thing), thing);
        }
    }

    /// <summary>How many there are.</summary>
    public int Count => things.Count;

    internal static PackIndex<T> Empty { get; } = new([], _ => "");

    /// <summary>By place in the pack.</summary>
    public T this[int index] => things[index];

    /// <summary>By id, or null.</summary>
    public T? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>Finds by id.</summary>
    public bool TryFind(string id, [MaybeNullWhen(false)] out T thing) => byId.TryGetValue(id, out thing);

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => things.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
