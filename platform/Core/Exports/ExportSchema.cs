using System.Text.Json.Nodes;

namespace Platform.Core.Exports;

/// <summary>A JSON Schema (2020-12) of a table's lines.</summary>
internal static class ExportSchema
{
    public static JsonObject Of(ExportTable table, IReadOnlyList<TableColumn> columns) => new()
    {
        ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
        ["$id"] = $"{table.Name}.json",
        ["title"] = table.Title,
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["required"] = new JsonArray([.. columns.Select(c => (JsonNode)c.Name)]),
        ["properties"] = new JsonObject(columns.Select(c => KeyValuePair.Create<string, JsonNode?>(c.Name, Property(table, c)))),
    };

    private static JsonObject Property(ExportTable table, TableColumn column)
    {
        var property = table.Sealed.TryGetValue(column.Name, out var hidden) ? Opened(hidden.Content) : Plain(table, column);
        if (hidden is not null || column.Nullable)
        {
            property["type"] = new JsonArray(property["type"]!.DeepClone(), "null");
        }

        property["description"] = WordsOf(table, column.Name) ?? "";
        return property;
    }

    /// <returns>Null where nobody said what the column holds.</returns>
    internal static string? WordsOf(ExportTable table, string column) => table.Words.GetValueOrDefault(column) ?? ExportWords.Common.GetValueOrDefault(column);

    private static JsonObject Opened(SealedContent content) => new() { ["type"] = content == SealedContent.Json ? "object" : "string" };

    private static JsonObject Plain(ExportTable table, TableColumn column) => column.Kind switch
    {
        ColumnKind.Id => new() { ["type"] = "string", ["format"] = "uuid" },
        ColumnKind.Number => new() { ["type"] = "integer" },
        ColumnKind.Flag => new() { ["type"] = "boolean" },
        ColumnKind.Instant => new() { ["type"] = "string", ["format"] = "date-time" },
        ColumnKind.Date => new() { ["type"] = "string", ["format"] = "date" },
        ColumnKind.Bytes when table.Apart?.Column != column.Name => new() { ["type"] = "string", ["pattern"] = "^([0-9a-f]{2})*$" },
        _ => new() { ["type"] = "string" },
    };
}
