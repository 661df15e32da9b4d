using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Platform.Core.Packs;

/// <summary>
/// JSON in the one form that RFC 8785 gives every value: members ordered by the UTF-16 units of their names, no white space,
/// the shortest escapes. Numbers are whole here; everything else of a definition is text.
/// </summary>
public static class CanonicalJson
{
    /// <summary>The canonical form.</summary>
    /// <exception cref="ArgumentException">A number is not whole, or too large to be exact in a double.</exception>
    public static string Write(JsonNode? node)
    {
        var json = new StringBuilder();
        Write(node, json);
        return json.ToString();
    }

    private static void Write(JsonNode? node, StringBuilder json)
    {
        switch (node)
        {
            case JsonObject map:
                Join(json, '{', '}', map.OrderBy(m => m.Key, StringComparer.Ordinal), m =>
                {
                    Text(m.Key, json);
                    json.Append(':');
                    Write(m.Value, json);
                });
                break;
            case JsonArray list:
                Join(json, '[', ']', list, item => Write(item, json));
                break;
            case JsonValue value when value.TryGetValue<string>(out var text):
                Text(text, json);
                break;
            case JsonValue value when value.TryGetValue<bool>(out var flag):
                json.Append(flag ? "true" : "false");
                break;
            case JsonValue value:
                json.Append(Whole(value));
                break;
            default:
                json.Append("null");
                break;
        }
    }

    private static void Join<T>(StringBuilder json, char open, char close, IEnumerable<T> items, Action<T> write)
    {
        json.Append(open);
        var first = true;
        foreach (var item in items)
        {
            json.Append(first ? "" : ",");
            first = false;
            write(item);
        }
        json.Append(close);
    }

    private static string Whole(JsonValue value) =>
        (value.TryGetValue<long>(out var number) || (value.TryGetValue<int>(out var small) && (number = small) == small)) && Math.Abs(number) <= 1L << 53
            ? number.ToString(CultureInfo.InvariantCulture)
            : throw new ArgumentException($"The number {value} has no exact form; write it as text.");

    private static void Text(string text, StringBuilder json)
    {
        json.Append('"');
        foreach (var c in text)
        {
            json.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\b' => "\\b",
                '\f' => "\\f",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                < ' ' => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => c.ToString(),
            });
        }
        json.Append('"');
    }
}
