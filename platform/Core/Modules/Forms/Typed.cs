using System.Text.Json.Nodes;

namespace Platform.Core.Modules.Forms;

/// <summary>
/// What a person typed, right or wrong: values by field name. The fields of a question begin with its id, and parts follow a dot
/// (<c>since.year</c>, <c>parents.0.name.given</c>). A name that is there with an empty value was asked and left empty; one that is absent was never asked.
/// </summary>
public sealed class Typed
{
    private readonly Dictionary<string, IReadOnlyList<string>> values;

    public Typed(IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> values) => this.values = new(values, StringComparer.Ordinal);

    public static Typed Nothing { get; } = new([]);

    /// <summary>Field names in the order they came.</summary>
    public IEnumerable<string> Fields => values.Keys;

    /// <summary>True where the question was on the page at all.</summary>
    public bool WasAsked => values.Count > 0;

    /// <summary>True where nothing but empty values came.</summary>
    public bool IsEmpty => values.Values.All(v => v.All(string.IsNullOrWhiteSpace));

    /// <summary>The first value that is not empty, without spaces around it.</summary>
    /// <param name="part">After the question's own name; empty for the question itself.</param>
    public string this[string part] => All(part) is [var first, ..] ? first : "";

    /// <summary>True where the field was on the page, even if left empty.</summary>
    public bool Has(string part) => values.ContainsKey(part);

    /// <summary>All values that are not empty.</summary>
    public IReadOnlyList<string> All(string part = "") =>
        values.TryGetValue(part, out var all) ? [.. all.Select(v => v.Trim()).Where(v => v.Length > 0)] : [];

    /// <summary>The fields of one question, or of one part of it, by what follows its name.</summary>
    public Typed Below(string name) => new(
        values.Where(v => v.Key == name || v.Key.StartsWith(name + '.', StringComparison.Ordinal))
            .Select(v => KeyValuePair.Create(v.Key.Length == name.Length ? "" : v.Key[(name.Length + 1)..], v.Value)));

    /// <summary>The other way round: these fields as those of <paramref name="name"/>.</summary>
    public Typed Under(string name) => new(values.Select(v => KeyValuePair.Create(v.Key.Length == 0 ? name : $"{name}.{v.Key}", v.Value)));

    public Typed With(string field, params IReadOnlyList<string> value) => new(values.Where(v => v.Key != field).Append(KeyValuePair.Create(field, value)));

    /// <summary>These fields, and the others where these have none of that name.</summary>
    public Typed And(Typed others) => new(values.Concat(others.values.Where(v => !values.ContainsKey(v.Key))));

    /// <summary>Without a question's fields.</summary>
    public Typed Without(string name) => new(values.Where(v => v.Key != name && !v.Key.StartsWith(name + '.', StringComparison.Ordinal)));

    /// <summary>An answer as somebody would have typed it: members become parts, lists of plain values one field with several.</summary>
    public static Typed From(JsonNode? answer) => new(Flatten("", answer));

    public JsonObject ToJson() => new(values.Select(v => KeyValuePair.Create(v.Key, (JsonNode?)new JsonArray([.. v.Value.Select(t => (JsonNode)t)]))));

    /// <param name="stored">What <see cref="ToJson"/> wrote.</param>
    public static Typed Stored(JsonObject stored) => new(stored.Select(v =>
        KeyValuePair.Create(v.Key, (IReadOnlyList<string>)[.. v.Value!.AsArray().Select(t => (string)t!)])));

    private static IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> Flatten(string name, JsonNode? node) => node switch
    {
        null => [KeyValuePair.Create(name, (IReadOnlyList<string>)[])],
        JsonObject members => members.SelectMany(m => Flatten(Join(name, m.Key), m.Value)),
        JsonArray items when items.Any(i => i is JsonObject) => items.SelectMany((item, n) => Flatten(Join(name, $"{n}"), item)),
        JsonArray items => [KeyValuePair.Create(name, (IReadOnlyList<string>)[.. items.Select(i => i?.ToString() ?? "")])],
        _ => [KeyValuePair.Create(name, (IReadOnlyList<string>)[node.ToString()])],
    };

    private static string Join(string name, string part) => name.Length == 0 ? part : $"{name}.{part}";
}
