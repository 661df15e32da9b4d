using System.Text.Json;
using System.Text.Json.Nodes;
using Platform.Core.Packs;

namespace Platform.Connectors.Dan;

/// <summary>DAN's scope: which calls of which registries the citizen is asked to allow, as base64 of a JSON array.</summary>
internal static class DanScope
{
    /// <returns>Of <c>[{"services":["WS100101_getCitizenIDCardInfo"],"wsdl":"https://..."}]</c>, one element for each registry.</returns>
    public static string Of(IReadOnlyList<SignInQuestion> asks)
    {
        var registries = asks.GroupBy(ask => ask.At).Select(registry => (JsonNode)new JsonObject
        {
            ["services"] = new JsonArray([.. registry.Select(ask => (JsonNode)ask.Call)]),
            ["wsdl"] = registry.Key,
        });
        return Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(new JsonArray([.. registries])));
    }
}
