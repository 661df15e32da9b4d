using Platform.Core.Texts.Po;

namespace Platform.Cli.NewPacks;

/// <summary>Organizations from a list: what stands in <c>organizations.yaml</c>, and their names in the other languages.</summary>
internal static class OrganizationNames
{
    private static readonly string[] Plain = ["type", "parent", "area", "url", "source"];

    /// <exception cref="IOException">A row has no id or no name.</exception>
    public static IEnumerable<Dictionary<string, object>> ToYaml(IReadOnlyList<IReadOnlyDictionary<string, string>> rows, string sourceLanguage) => rows.Select(row =>
    {
        var (id, name) = (row.GetValueOrDefault("id", ""), NameIn(row, sourceLanguage));
        if (id.Length == 0 || name.Length == 0)
        {
            throw new IOException($"An organization has no id or no name: write both in the columns id and name_{sourceLanguage} (id '{id}', name '{name}').");
        }

        var one = new Dictionary<string, object> { ["id"] = id, ["name"] = name };
        foreach (var key in Plain.Where(k => row.GetValueOrDefault(k, "").Length > 0))
        {
            one[key] = row[key];
        }

        return one;
    });

    /// <summary>Writes the names that the list has in a language into the pack's file of that language.</summary>
    public static void Translate(string folder, string language, IReadOnlyList<IReadOnlyDictionary<string, string>> rows)
    {
        var path = Path.Combine(folder, "locales", $"{language}.po");
        var names = rows.Where(r => r.GetValueOrDefault($"name_{language}", "").Length > 0).ToDictionary(r => $"organization/{r["id"]}#name", r => r[$"name_{language}"]);
        if (names.Count > 0)
        {
            File.WriteAllText(path, new PoFile([.. PoFile.Load(path).Entries.Select(e => e.Context is { } address && names.TryGetValue(address, out var name) ? e with { Strings = [name] } : e)]).ToString());
        }
    }

    // A list in one language needs no tag.
    private static string NameIn(IReadOnlyDictionary<string, string> row, string language) =>
        row.GetValueOrDefault($"name_{language}") is { Length: > 0 } name ? name : row.GetValueOrDefault("name", "");
}
