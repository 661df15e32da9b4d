using System.Diagnostics.CodeAnalysis;

namespace Platform.Core.Packs;

/// <summary>A value of a pack's definitions: scalar, list or map. It remembers the layer, file and line it came from.</summary>
public abstract class PackNode(PackSource source)
{
    /// <summary>Where the value begins.</summary>
    public PackSource Source { get; } = source;
}

/// <summary>One word, number, date or text, as written; its meaning is given by whoever reads it.</summary>
public sealed class PackScalar(string value, PackSource source, bool quoted = false, bool block = false) : PackNode(source)
{
    /// <summary>The characters after YAML's quoting is resolved.</summary>
    public string Value { get; } = value;

    /// <summary>The place of the value's own first line: beneath the key where it is written as a block (<c>|</c> or <c>></c>).</summary>
    public PackSource FirstLine => block ? Source with { Line = Source.Line + 1 } : Source;

    /// <summary>True for <c>key:</c> with nothing after it.</summary>
    public bool IsEmpty => !quoted && Value.Length == 0;
}

/// <summary>Values in the order of the file.</summary>
public sealed class PackList(IReadOnlyList<PackNode> items, PackSource source) : PackNode(source)
{
    /// <summary>The items; after layering these may come from several files.</summary>
    public IReadOnlyList<PackNode> Items { get; } = items;
}

/// <summary>A key of a map with its own place in the file.</summary>
public readonly record struct PackEntry(string Key, PackSource Source, PackNode Value);

/// <summary>Keys and values in the order of the file; no key comes twice.</summary>
public sealed class PackMap(IReadOnlyList<PackEntry> entries, PackSource source) : PackNode(source)
{
    private readonly Dictionary<string, PackEntry> byKey = entries.ToDictionary(e => e.Key, StringComparer.Ordinal);

    /// <summary>The entries in the order of the file.</summary>
    public IReadOnlyList<PackEntry> Entries { get; } = entries;

    /// <summary>The value of a key, or null where the key is absent.</summary>
    public PackNode? this[string key] => byKey.TryGetValue(key, out var entry) ? entry.Value : null;

    /// <summary>Finds the entry of a key.</summary>
    public bool TryGet(string key, [MaybeNullWhen(false)] out PackEntry entry) => byKey.TryGetValue(key, out entry);

    /// <summary>The value of a key where it is a scalar, else null.</summary>
    public string? Word(string key) => (this[key] as PackScalar)?.Value;
}
