using System.Text.Json.Nodes;
using Platform.Core.Modules.Forms;
using Platform.Modules.Cases.Form;

namespace Platform.Modules.Cases.Drafts;

/// <summary>What a page never saved shows as if typed. Nothing of it counts before the person has seen and sent it.</summary>
internal static class Prefill
{
    public static Typed Of(FormPage page, JsonObject facts) => page.Questions
        .Select(q => q.Question).Where(q => q.Prefill is not null)
        .Select(q => Known(facts, q.Prefill!.Value) is { } known ? q.ToTyped(known).Under(q.Id) : Typed.Nothing)
        .Aggregate(Typed.Nothing, (all, one) => all.And(one));

    private static JsonNode? Known(JsonObject facts, string path) =>
        path.Split('.').Aggregate((JsonNode?)facts, (node, name) => (node as JsonObject)?[name]);
}
