using System.Globalization;
using System.Text.Json.Nodes;

namespace Platform.Cli.Import.Forms;

/// <summary>Reads JSON that people and editors have written: numbers as texts, truths as texts, absent and null alike.</summary>
internal static class JsonParts
{
    public static string? Text(this JsonNode? node, string key) => node.At(key) is JsonValue value && value.ToString() is { Length: > 0 } text ? text : null;

    public static bool Flag(this JsonNode? node, string key, bool absent = false) => node.Text(key) is { } text ? string.Equals(text, "true", StringComparison.OrdinalIgnoreCase) : absent;

    public static decimal? Number(this JsonNode? node, string key) =>
        decimal.TryParse(node.Text(key), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static string? Plain(this decimal? number) => number?.ToString("0.############", CultureInfo.InvariantCulture);

    public static JsonNode? At(this JsonNode? node, string key) => node is JsonObject map ? map[key] : null;

    /// <summary>The objects of a list; empty where there is none.</summary>
    public static IEnumerable<JsonObject> List(this JsonNode? node, string key) => (node.At(key) as JsonArray)?.OfType<JsonObject>() ?? [];

    /// <summary>What a JSON value is in a term: text, number, truth, or nothing.</summary>
    public static object? Plain(this JsonNode? node) => node is not JsonValue value ? null
        : value.TryGetValue<bool>(out var truth) ? truth
        : value.TryGetValue<decimal>(out var number) ? number
        : value.ToString();
}
