using System.Text.Json.Nodes;
using Platform.Core.Feel;
using Platform.Core.Modules.Forms;
using Platform.Modules.Documents.Definitions;

namespace Platform.Modules.Documents.Issuing;

/// <summary>What a document says, as it was when it was issued. Stored sealed with the key of its case, as JSON.</summary>
/// <param name="Code">The characters printed on it; nowhere else in clear.</param>
/// <param name="Holder">What <see cref="DocumentDefinition.Holder"/> took.</param>
/// <param name="Fields">What each field took, by its id.</param>
public sealed record DocumentContent(string Code, JsonNode? Holder, JsonObject Fields)
{
    internal static DocumentContent Take(DocumentDefinition definition, ActionContext context, FeelMoment moment) => new(
        DocumentCode.Create(),
        definition.Holder?.Take(context, moment),
        new JsonObject(definition.Fields.Select(f => KeyValuePair.Create(f.Id, f.Value.Take(context, moment)))));

    internal string ToJson() => new JsonObject { ["code"] = Code, ["holder"] = Holder?.DeepClone(), ["fields"] = Fields.DeepClone() }.ToJsonString();

    internal static DocumentContent Parse(string json)
    {
        var stored = JsonNode.Parse(json)!.AsObject();
        return new((string)stored["code"]!, stored["holder"]?.DeepClone(), stored["fields"]!.DeepClone().AsObject());
    }
}
