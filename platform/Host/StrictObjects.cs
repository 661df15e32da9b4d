using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Platform.Host;

/// <summary>
/// Refuses objects that name a property twice (RFC 8259, section 4, leaves open which of the two counts) as it refuses what is no JSON. The
/// serializer of .NET 10 answers the same mistake with an exception that is not one of wrong input.
/// </summary>
internal sealed class StrictObjects : JsonConverter<JsonObject>
{
    private static readonly JsonSerializerOptions Strict = new() { AllowDuplicateProperties = false };

    public override JsonObject? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonObject>(ref reader, Strict);
        }
        catch (ArgumentException error)
        {
            throw new JsonException("A property is named twice.", error);
        }
    }

    public override void Write(Utf8JsonWriter writer, JsonObject value, JsonSerializerOptions options) => value.WriteTo(writer, options);
}
