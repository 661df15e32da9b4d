using Platform.Cli.Import.Sources;
using Platform.Core.Packs;
using Platform.Core.Texts;

namespace Platform.Cli.Import.Mapping;

/// <summary>Reads a mapping strictly: all mistakes at once, each with its line.</summary>
internal static class MappingFile
{
    private static readonly string[] ServiceKeys =
    [
        "organization", "title", "summary", "icon", "description", "eligibility", "result", "audience", "life-events", "legal-basis", "valid-from", "valid-to", "revision", "corrected-on",
        "assurance", "anonymous", "deadline", "channels", "what-you-need", "steps", "keywords", "related", "areas", "personal-data", "fees",
    ];

    private static readonly string[] OrganizationKeys = ["name", "short-name", "description", "type", "parent", "area", "phone", "email", "url", "source"];

    private static readonly string[] Lists = ["audience", "life-events", "channels", "related", "areas"];

    /// <param name="languages">Instead of those that the mapping names; empty: those.</param>
    /// <returns>Null with all mistakes in <paramref name="problems"/>.</returns>
    public static ServiceMapping? Read(string file, IReadOnlyList<string> languages, PackProblems problems)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        var node = YamlFile.Parse("", file, File.ReadAllText(file), problems);
        var mapping = node is null ? null : NodeReader.Read(node, "mapping#", problems, r => Mapping(name, r, languages));
        if (node is null && problems.None)
        {
            problems.Add(new("", file, 0), "The mapping is empty: say what becomes of the columns; templates/mappings/README.md shows how.");
        }

        return problems.None ? mapping : null;
    }

    private static ServiceMapping Mapping(string name, NodeReader reader, IReadOnlyList<string> asked)
    {
        var named = Languages(reader);
        var languages = asked.Count > 0 ? asked : named;
        return new()
        {
            Name = name,
            Source = reader.Required("source"),
            Languages = languages,
            Pack = reader.Node("pack") as PackMap,
            Translations = Translations(reader, languages),
            Organizations = Table(reader, "organizations", OrganizationKeys, ["name"], languages) ?? None,
            Services = Table(reader, "services", ServiceKeys, ["organization", "title", "summary", "audience", "valid-from"], languages) ?? None,
        };
    }

    private static MappedTable None { get; } = new(null, new([], "", false), null, []);

    private static List<string> Languages(NodeReader reader)
    {
        var tags = reader.Scalars("languages");
        foreach (var wrong in tags.Where(t => !LanguageTag.IsValid(t.Value)))
        {
            reader.Problems.Add(wrong.Source, "'{0}' is not a language tag: write it as in BCP 47, for example en, kjg or mn-Mong.", wrong.Value);
        }

        if (tags.Count == 0)
        {
            reader.Missing(["languages"], "'languages' is missing: write the tags, that of the pack's own texts first, for example [en, fr].");
        }

        return tags.Count == 0 ? ["en"] : [.. tags.Select(t => t.Value).Distinct()];
    }

    private static Dictionary<string, IReadOnlyDictionary<string, string>> Translations(NodeReader reader, IReadOnlyList<string> languages)
    {
        var translations = new Dictionary<string, IReadOnlyDictionary<string, string>>();
        foreach (var entry in (reader.Node("translations") as PackMap)?.Entries ?? [])
        {
            if (!languages.Contains(entry.Key))
            {
                reader.Problems.AddUnknown(entry.Source, "'{0}' is none of 'languages'", entry.Key, [.. languages]);
            }

            translations[entry.Key] = (entry.Value as PackMap)?.Entries.ToDictionary(e => e.Key, e => (e.Value as PackScalar)?.Value ?? "") ?? [];
        }

        return translations;
    }

    private static MappedTable? Table(NodeReader reader, string key, string[] known, string[] required, IReadOnlyList<string> languages)
    {
        if (!reader.Has(key))
        {
            reader.Missing([key], $"'{key}' is missing: say how an id is made and what becomes of the columns.");
        }

        return reader.Map(key, r =>
        {
            var id = r.Map("id", IdRule.Read);
            var fields = r.Map("fields", f => Fields(f, known, required, languages));
            if (id is null || fields is null)
            {
                r.Missing(["id", "fields"], "'id' and 'fields' are both needed: 'id: {{column: ...}}' and what becomes of the columns.");
            }

            return new MappedTable(r.Optional("from"), id ?? None.Id, RowCondition.ReadOptional(r, "only"), fields ?? []);
        });
    }

    private static List<(string Key, FieldRule Rule)> Fields(NodeReader reader, string[] known, string[] required, IReadOnlyList<string> languages)
    {
        var rules = known.Select(key => (Key: key, Rule: FieldRule.ReadOptional(reader, key, Lists.Contains(key), languages))).Where(f => f.Rule is not null).ToList();
        foreach (var lost in required.Where(key => !reader.Has(key)))
        {
            reader.Missing([lost], "'{0}' is missing: say which column it comes from, or what it is for all rows ('constant').", lost);
        }

        return [.. rules.Select(f => (f.Key, f.Rule!))];
    }
}
