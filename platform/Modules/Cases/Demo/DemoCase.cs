using System.Globalization;
using System.Text.Json.Nodes;
using Platform.Core.Packs;

namespace Platform.Modules.Cases.Demo;

/// <summary>A case that the pack's <c>demo.yaml</c> invents.</summary>
/// <param name="Person">Whose it is; null for a case without a name.</param>
/// <param name="FiledBy">The official who filed it at the counter.</param>
internal sealed record DemoCase(string Id, string Service, string? Person, string? FiledBy, int DaysAgo, bool IsDraft, JsonObject Answers, IReadOnlyList<DemoStep> History)
{
    public static IEnumerable<DemoCase> Of(Pack pack) => List((pack.Demo as PackMap)?["cases"]).Select(Read);

    private static DemoCase Read(PackMap map) => new(
        map.Word("id")!, map.Word("service")!, map.Word("person"), map.Word("filed-by"), Days(map), map.Word("draft") == "true",
        Json(map["answers"]) as JsonObject ?? [], [.. List(map["history"]).Select(ReadStep)]);

    // The verb is the key that says neither who, nor when, nor with what words.
    private static DemoStep ReadStep(PackMap map)
    {
        var verb = map.Entries.First(e => e.Key is not ("by" or "days-ago" or "form"));
        return new(verb.Key, (verb.Value as PackScalar)?.Value ?? "", map.Word("by")!, Days(map), Json(map["form"]) as JsonObject ?? []);
    }

    private static int Days(PackMap map) => int.Parse(map.Word("days-ago") ?? "0", CultureInfo.InvariantCulture);

    private static IEnumerable<PackMap> List(PackNode? node) => ((node as PackList)?.Items ?? []).OfType<PackMap>();

    private static JsonNode? Json(PackNode? node) => node switch
    {
        PackMap map => new JsonObject(map.Entries.Select(e => KeyValuePair.Create(e.Key, Json(e.Value)))),
        PackList list => new JsonArray([.. list.Items.Select(Json)]),
        PackScalar { Value: "true" or "false" } scalar => scalar.Value == "true",
        PackScalar scalar => scalar.Value,
        _ => null,
    };
}

/// <summary>Something that happened to an invented case.</summary>
/// <param name="Verb"><c>action</c> for a step of the workflow; every other verb is another module's, as <c>pay</c>.</param>
/// <param name="Value">What follows the verb, as <c>accept</c>.</param>
/// <param name="By">An official of <c>demo.yaml</c>, or the person whose case it is.</param>
public sealed record DemoStep(string Verb, string Value, string By, int DaysAgo, JsonObject Form);
