using System.Text.Json.Nodes;

namespace Platform.Cli.Import.Forms.JsonSchemas;

/// <summary>Follows <c>$ref</c> inside the file (JSON Pointer, RFC 6901); nothing is fetched.</summary>
internal sealed class SchemaReferences(JsonObject root)
{
    private const int Deepest = 20;

    // A few definitions that refer to each other several times are millions of questions.
    private const int Most = 10_000;

    private int followed;

    /// <summary>The schema meant, with what stands beside its <c>$ref</c>; null where it is not in the file.</summary>
    /// <exception cref="ImportException">There is no end of what is referred to.</exception>
    public JsonObject? Resolve(JsonNode? node)
    {
        var (schema, beside) = (node as JsonObject, new List<JsonObject>());
        for (var depth = 0; schema?["$ref"] is { } reference; depth++)
        {
            if (++followed > Most)
            {
                throw new ImportException($"More than {Most} '$ref' would have to be followed, which is no form that somebody fills in: give a schema of what is asked, in which each definition is referred to where it is asked.");
            }

            beside.Add(schema);
            schema = depth < Deepest ? Pointed(reference.ToString()) : null;
        }

        return schema is null || beside.Count == 0 ? schema : Joined([.. beside, schema]);
    }

    private JsonObject? Pointed(string reference) => !reference.StartsWith('#') ? null
        : reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate((JsonNode?)root, (node, part) => Step(node, Uri.UnescapeDataString(part).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))) as JsonObject;

    private static JsonNode? Step(JsonNode? node, string part) =>
        node is JsonArray list ? int.TryParse(part, System.Globalization.CultureInfo.InvariantCulture, out var at) && at < list.Count ? list[at] : null : node.At(part);

    // The nearest says last.
    private static JsonObject Joined(List<JsonObject> schemas)
    {
        var joined = new JsonObject();
        foreach (var (key, value) in Enumerable.Reverse(schemas).SelectMany(s => s).Where(e => e.Key != "$ref"))
        {
            joined[key] = value?.DeepClone();
        }

        return joined;
    }
}
