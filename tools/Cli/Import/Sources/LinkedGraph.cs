using System.Text.Json;
using System.Text.Json.Nodes;

namespace Platform.Cli.Import.Sources;

/// <summary>
/// The things of a JSON-LD document, such as a catalogue in CPSV-AP. A property is known by the last part of its address
/// (<c>dct:title</c>, <c>http://purl.org/dc/terms/title</c> and a term for it are <c>title</c>). Contexts are read where they stand in
/// the document; none is fetched.
/// </summary>
internal sealed class LinkedGraph
{
    private readonly LinkedTerms terms;
    private readonly OrderedDictionary<string, LinkedThing> things = new(StringComparer.Ordinal);

    private LinkedGraph(JsonNode document)
    {
        terms = LinkedTerms.Of(document);
        foreach (var top in Several(document).OfType<JsonObject>())
        {
            Take(top);
        }
    }

    /// <exception cref="ImportException">It is no JSON.</exception>
    public static LinkedGraph Read(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            return new(JsonNode.Parse(stream, documentOptions: new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip })!);
        }
        catch (JsonException error)
        {
            throw new ImportException($"{Path.GetFileName(file)}:{error.LineNumber + 1}: this is not JSON ({error.Message}).");
        }
    }

    /// <summary>The things of a type, in the order of the document.</summary>
    public SourceTable Table(string type, string file) =>
        new(type, null, [.. things.Values.Where(t => t.Types.Contains(type)).Select(t => new LinkedRow($"{file}: {t.Id}", this, t))]);

    public LinkedThing? Find(string id) => things.GetValueOrDefault(id);

    // One thing may be told of in several places: what each says is put together.
    private LinkedThing Take(JsonObject node)
    {
        var id = terms.IdOf(node) ?? $"_:{things.Count}";
        if (!things.TryGetValue(id, out var thing))
        {
            things[id] = thing = new(id);
        }

        foreach (var (key, value) in node.Where(p => p.Value is not null))
        {
            Take(thing, terms.NameOf(key), key, value!);
        }

        return thing;
    }

    private void Take(LinkedThing thing, string name, string key, JsonNode value)
    {
        switch (name)
        {
            case "@type":
                thing.Types.UnionWith(Several(value).Select(t => LinkedTerms.LastPart((string)t!)));
                break;
            case "@graph" or "@included":
                Several(value).OfType<JsonObject>().ToList().ForEach(inner => Take(inner));
                break;
            case ['@', ..]:
                break;
            default:
                thing.Add(name, Several(value).SelectMany(one => Values(one, terms.SaysLanguages(key))));
                break;
        }
    }

    private IEnumerable<LinkedValue> Values(JsonNode value, bool byLanguage) => value switch
    {
        JsonObject map when map["@value"] is { } literal => [new(literal.ToString(), (string?)map["@language"] ?? terms.Language, null)],
        JsonObject map when (map["@list"] ?? map["@set"]) is { } list => Several(list).SelectMany(one => Values(one, byLanguage)),
        JsonObject map when byLanguage || terms.IsByLanguage(map) => map.SelectMany(l => Several(l.Value).Select(one => new LinkedValue(one.ToString(), l.Key, null))),
        JsonObject map => [new("", null, Take(map).Id)],
        _ => [new(value.ToString(), terms.Language, null)],
    };

    private static IEnumerable<JsonNode> Several(JsonNode? value) => value is JsonArray list ? list.OfType<JsonNode>() : value is null ? [] : [value];
}
