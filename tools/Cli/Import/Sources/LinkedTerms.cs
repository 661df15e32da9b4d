using System.Text.Json.Nodes;
using Platform.Core.Texts;

namespace Platform.Cli.Import.Sources;

/// <summary>What the words of a JSON-LD document mean, as far as an import asks: the last part of their addresses (JSON-LD 1.1, section 4.1).</summary>
internal sealed class LinkedTerms
{
    private const int LongestPrimary = 3;
    private static readonly char[] Ends = ['/', '#', ':', '.'];
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
    private readonly HashSet<string> byLanguage = new(StringComparer.Ordinal);

    /// <summary>The language of texts that name none; null: none.</summary>
    public string? Language { get; private set; }

    public static LinkedTerms Of(JsonNode document)
    {
        var terms = new LinkedTerms();
        foreach (var context in Contexts(document))
        {
            terms.Read(context);
        }

        return terms;
    }

    /// <summary>The last part of a property's address; keywords as they are.</summary>
    public string NameOf(string key) => key.StartsWith('@') ? key : names.GetValueOrDefault(key) ?? LastPart(key);

    public string? IdOf(JsonObject node) => node.Where(p => NameOf(p.Key) == "@id").Select(p => (string?)p.Value).FirstOrDefault();

    /// <summary>True where the values of a key are told by language.</summary>
    public bool SaysLanguages(string key) => byLanguage.Contains(key);

    public static string LastPart(string address) => address[(address.TrimEnd(Ends).LastIndexOfAny(Ends) + 1)..].TrimEnd(Ends);

    /// <summary>True for <c>{"en": "...", "fr": ["..."]}</c>, which contexts that are not at hand would tell.</summary>
    public bool IsByLanguage(JsonObject map) =>
        map.Count > 0 && map.All(p => LanguageTag.IsValid(p.Key) && p.Key.Split('-')[0].Length <= LongestPrimary && p.Value is JsonValue or JsonArray && NameOf(p.Key) is not ['@', ..]);

    private static IEnumerable<JsonObject> Contexts(JsonNode document) => document switch
    {
        JsonArray several => several.OfType<JsonObject>().SelectMany(Contexts),
        JsonObject one => one["@context"] switch
        {
            JsonArray several => several.OfType<JsonObject>(),
            JsonObject context => [context],
            _ => [],
        },
        _ => [],
    };

    private void Read(JsonObject context)
    {
        Language = (string?)context["@language"] ?? Language;
        foreach (var (term, meaning) in context.Where(t => !t.Key.StartsWith('@')))
        {
            var address = meaning is JsonObject defined ? (string?)defined["@id"] : (meaning as JsonValue)?.ToString();
            names[term] = address is null ? LastPart(term) : address.StartsWith('@') ? address : LastPart(address);
            if (meaning is JsonObject { } told && told["@container"] is { } container && container.ToJsonString().Contains("@language", StringComparison.Ordinal))
            {
                byLanguage.Add(term);
            }
        }
    }
}
