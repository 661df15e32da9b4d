using Platform.Cli.Import.Sources;
using Platform.Core.Packs;
using Platform.Core.Texts.Po;

namespace Platform.Cli.NewPacks;

/// <summary>Bodies from a list: what stands in <c>organizations.yaml</c>, and their names in the other languages.</summary>
/// <param name="list">The columns <c>id</c> and <c>name_</c> with a language tag; more if known.</param>
/// <param name="sourceLanguage">In which the pack is written.</param>
internal sealed class NewOrganizations(SourceTable list, string sourceLanguage)
{
    private static readonly string[] Plain = ["type", "parent", "area", "url", "source"];

    /// <summary>Everything that is wrong with the list, each with its place and what to do.</summary>
    public IEnumerable<string> Mistakes()
    {
        var columns = list.Columns ?? [];
        if (!columns.Contains("id") || !(columns.Contains("name") || columns.Contains($"name_{sourceLanguage}")))
        {
            return [$"{list.Name}: the first line must name the columns id and name_{sourceLanguage}, in which the pack is written; it reads '{string.Join(',', columns)}'."];
        }

        var ids = list.Rows.CountBy(r => r.First("id") ?? "").ToDictionary();
        return list.Rows.Select(row => Mistake(row, ids) is { } mistake ? $"{row.Place}: {mistake}" : null).OfType<string>();
    }

    public IEnumerable<Dictionary<string, object>> ToYaml() => list.Rows.Select(row =>
    {
        var one = new Dictionary<string, object> { ["id"] = row.First("id")!, ["name"] = Name(row)! };
        foreach (var key in Plain)
        {
            if (row.First(key) is { } value)
            {
                one[key] = value;
            }
        }

        return one;
    });

    /// <summary>The file of a language with the names that the list has in it.</summary>
    public PoFile Translate(PoFile file, string language)
    {
        var names = list.Rows.Where(r => r.First($"name_{language}") is not null).ToDictionary(r => $"organization/{r.First("id")}#name", r => r.First($"name_{language}")!);
        return new([.. file.Entries.Select(e => e.Context is { } address && names.TryGetValue(address, out var name) ? e with { Strings = [name] } : e)]);
    }

    private string? Mistake(SourceRow row, Dictionary<string, int> ids) => row.First("id") switch
    {
        _ when row.Broken is { } broken => $"{broken}.",
        null => "the organization has no id: write one in small letters and hyphens, as moha.",
        var id when !PackId.IsSlug(id) => $"'{id}' cannot be an id: write small letters, digits and hyphens, as moha.",
        var id when ids[id] > 1 => $"the id '{id}' stands in several rows: give each organization its own.",
        _ when Name(row) is null => $"the organization has no name: write it in the column name_{sourceLanguage}.",
        _ => null,
    };

    // A list in one language needs no tag.
    private string? Name(SourceRow row) => row.First($"name_{sourceLanguage}") ?? row.First("name");
}
