using System.Globalization;
using System.Text.Json.Nodes;

namespace Platform.Core.Packs;

/// <summary>Gathers what a service depends on: its merged definition, texts in all languages, templates, choice lists, the ids of roles and organizations.</summary>
internal sealed class EditionClosure(Pack pack, ServiceDefinition service)
{
    /// <summary>Raised when this shape changes; <c>tests/editions/</c> keeps every shape ever shipped.</summary>
    public const int Format = 1;

    public JsonObject ToJson() => new()
    {
        ["format"] = Format,
        ["service"] = service.Id,
        ["area"] = service.Area,
        ["valid-from"] = service.ValidFrom.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["revision"] = service.Revision,
        ["definition"] = Json(service.Definition),
        ["sections"] = Map(service.Sections.Keys.Select(s => (s.Key, (JsonNode?)s.Version))),
        ["templates"] = Map(Used("template").Select(t => (t, (JsonNode?)pack.Templates[t].Text))),
        ["choices"] = Map(Used("choices").Select(c => (c, (JsonNode?)new JsonArray([.. pack.Choices.Find(c)!.Choices.Select(o => (JsonNode?)o.Id)])))),
        ["roles"] = Names("role"),
        ["organizations"] = Names("organization"),
        ["areas"] = Names("area"),
        ["source-language"] = pack.SourceLanguage,
        ["texts"] = Map(Sentences().Select(s => (s.Text.Address, (JsonNode?)Wordings(s)))),
    };

    private IEnumerable<string> Used(string kind) => service.Uses.Where(u => u.Kind == kind).Select(u => u.Name).Order(StringComparer.Ordinal);

    private JsonArray Names(string kind) => [.. Used(kind).Select(n => (JsonNode?)n)];

    private IEnumerable<PackSentence> Sentences()
    {
        var lists = Used("choices").Select(c => $"choices#{c}.").ToList();
        var own = service.Texts.Select(t => new PackSentence(t, default));
        return own.Concat(pack.Sentences.Where(s => lists.Any(l => s.Text.Address.StartsWith(l, StringComparison.Ordinal)))).DistinctBy(s => s.Text.Address);
    }

    // The source's wording, and each language's own where it has one: a translation added later is a new edition.
    private JsonObject Wordings(PackSentence sentence)
    {
        var wordings = new JsonObject { [pack.SourceLanguage] = sentence.Text.Source };
        foreach (var language in pack.Languages.Where(l => l != pack.SourceLanguage))
        {
            var text = pack.Texts.Get(language, sentence.Text);
            if (text.Language == language)
            {
                wordings[language] = text.Value;
            }
        }
        return wordings;
    }

    private static JsonObject Map(IEnumerable<(string Key, JsonNode? Value)> entries) => new(entries.Select(e => KeyValuePair.Create(e.Key, e.Value)));

    private static JsonNode Json(PackNode node) => node switch
    {
        PackMap map => Map(map.Entries.Select(e => (e.Key, (JsonNode?)Json(e.Value)))),
        PackList list => new JsonArray([.. list.Items.Select(i => (JsonNode?)Json(i))]),
        _ => JsonValue.Create(((PackScalar)node).Value),
    };
}
