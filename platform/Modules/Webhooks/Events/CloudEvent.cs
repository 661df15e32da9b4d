using System.Text.Json.Nodes;
using Platform.Core.Data;

namespace Platform.Modules.Webhooks.Events;

/// <summary>An event as it travels: CloudEvents 1.0, JSON format, structured mode (https://cloudevents.io).</summary>
/// <param name="Id">Unique within the portal, and the same however often it is sent: by it the other side knows a repetition.</param>
/// <param name="CaseId">Null: about no case.</param>
/// <param name="Data">Ids, states and numbers. Never what a person wrote.</param>
internal sealed record CloudEvent(string Id, string Type, Guid? CaseId, Instant Time, JsonObject Data)
{
    public const string MediaType = "application/cloudevents+json";

    /// <param name="source">The portal's address.</param>
    public string ToJson(string source)
    {
        var json = new JsonObject
        {
            ["specversion"] = "1.0",
            ["id"] = Id,
            ["source"] = source,
            ["type"] = Type,
            ["time"] = Time.ToString(),
            ["datacontenttype"] = "application/json",
            ["data"] = Data.DeepClone(),
        };
        if (CaseId is { } subject)
        {
            json["subject"] = subject.ToString("D");
        }

        return json.ToJsonString();
    }
}
