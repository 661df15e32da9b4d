using System.Globalization;
using System.Text.Json.Nodes;
using Platform.Core.Packs;

namespace Platform.Connectors.Dan;

/// <summary>DAN's profile: an array in which each element holds the answers of calls, <c>{"services":{"WS...":{"resultCode":0,"response":{...}}}}</c>.</summary>
internal static class DanProfile
{
    private const string Good = "0";

    /// <returns>The good answers by the ids of the questions; null where this is no profile.</returns>
    public static JsonObject? Read(JsonNode? profile, IReadOnlyList<SignInQuestion> asks)
    {
        if (profile is not JsonArray elements)
        {
            return null;
        }

        var answers = new JsonObject();
        foreach (var ask in asks)
        {
            if (elements.Select(element => Find(element, ask.Call)).FirstOrDefault(found => found is not null) is { } answer && CodeOf(answer) == Good && answer["response"] is JsonObject response)
            {
                answers[ask.Id] = response.DeepClone();
            }
        }

        return answers;
    }

    /// <summary>What a call that failed says of it, for the log: its number and nothing in words, which might name somebody.</summary>
    public static string? CodeOf(JsonNode? profile, string call) =>
        (profile as JsonArray)?.Select(element => Find(element, call)).FirstOrDefault(found => found is not null) is { } answer ? CodeOf(answer) : null;

    private static JsonObject? Find(JsonNode? element, string call) => ((element as JsonObject)?["services"] as JsonObject)?[call] as JsonObject;

    // A number here, a text there.
    private static string? CodeOf(JsonObject answer) =>
        answer["resultCode"] is JsonValue code && int.TryParse(code.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number.ToString(CultureInfo.InvariantCulture) : null;
}
