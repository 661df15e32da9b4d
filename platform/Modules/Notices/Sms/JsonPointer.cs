using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Platform.Modules.Notices.Sms;

/// <summary>Reads one value out of a gateway's answer (RFC 6901).</summary>
internal static class JsonPointer
{
    /// <returns>The value as text; null where there is none, or where the answer is no JSON.</returns>
    public static string? Read(string json, string pointer)
    {
        try
        {
            var at = JsonNode.Parse(json);
            foreach (var part in pointer.Split('/').Skip(1).Select(p => p.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)))
            {
                at = at switch
                {
                    JsonObject map => map[part],
                    JsonArray list when int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n < list.Count => list[n],
                    _ => null,
                };
            }

            return at is JsonValue value ? value.ToString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
