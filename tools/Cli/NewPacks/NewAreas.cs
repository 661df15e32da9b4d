using Platform.Cli.Import;
using Platform.Cli.Import.Sources;
using Platform.Core.Packs;
using Platform.Core.Texts;

namespace Platform.Cli.NewPacks;

/// <summary>The areas of the new country in place of those of the pack below, and what follows from it for definitions that name a level.</summary>
/// <param name="list">The columns <c>code</c>, <c>parent</c>, <c>level</c> and <c>name_</c> with a language tag; larger areas before those inside them.</param>
internal sealed class NewAreas(SourceTable list, Pack below)
{
    private static readonly string[] Needed = ["code", "parent", "level"];

    /// <summary>From large to small, as the list has them.</summary>
    public IReadOnlyList<string> Levels { get; } = [.. list.Rows.Select(r => r.First("level")).OfType<string>().Distinct()];

    private IReadOnlyList<string> Columns => list.Columns ?? [];

    private IEnumerable<string> Gone => below.AreaLevels.Select(l => l.Id).Where(id => !Levels.Contains(id));

    /// <summary>Everything that is wrong with the list, each with its place and what to do.</summary>
    public IEnumerable<string> Mistakes()
    {
        if (Needed.Where(c => !Columns.Contains(c)).ToList() is { Count: > 0 } missing || !Columns.Any(c => c.StartsWith("name_", StringComparison.Ordinal)))
        {
            return [$"{list.Name}: the first line must name the columns code, parent, level and name_ with a language tag, as code,parent,level,name_dz,name_en; it reads '{string.Join(',', Columns)}'."];
        }

        if (list.Rows.Count == 0)
        {
            return [$"{list.Name} holds no area: write one on each line below the first, or leave the list out for the invented ones of {below.Name}."];
        }

        var codes = list.Rows.CountBy(r => r.First("code") ?? "").ToDictionary();
        return list.Rows.Select(row => Mistake(row, codes) is { } mistake ? $"{row.Place}: {mistake}" : null).OfType<string>();
    }

    // The list's rows come first: what is wrong in one of them is told with the line that it has in the list.
    public string ToCsv()
    {
        string[] columns = [.. Columns.Where(c => c != "remove")];
        var codes = list.Rows.Select(r => r.First("code")).ToHashSet();
        return CsvRows.Write(
        [
            [.. columns, "remove"],
            .. list.Rows.Select(row => (string[])[.. columns.Select(c => row.First(c) ?? ""), ""]),
            .. below.Areas.All.Where(a => !codes.Contains(a.Code)).Select(a => (string[])[.. columns.Select(c => c == "code" ? a.Code : ""), "true"]),
        ]);
    }

    /// <summary>The levels for pack.yaml: each after the one before it, those below that are not here any more taken away.</summary>
    public IEnumerable<Dictionary<string, object>> ToLevels()
    {
        for (var n = 0; n < Levels.Count; n++)
        {
            var level = new Dictionary<string, object> { ["id"] = Levels[n], ["title"] = char.ToUpperInvariant(Levels[n][0]) + Levels[n][1..].Replace('_', ' ') };
            if (n > 0)
            {
                level["after"] = Levels[n - 1];
            }

            yield return level;
        }

        foreach (var gone in Gone)
        {
            yield return new() { ["id"] = gone, ["remove"] = true };
        }
    }

    /// <summary>The services below that ask for a place of a level that is gone: of each only what has to change.</summary>
    public IEnumerable<(string Id, PackMap Changed)> Services() =>
        from service in below.Services.All
        where service.Area is null
        let changed = Override(service.Definition)
        where changed is not null
        select (service.Id, (PackMap)changed);

    private static string? Mistake(SourceRow row, Dictionary<string, int> codes) => (row.First("code"), row.First("level"), row.First("parent")) switch
    {
        _ when row.Broken is { } broken => $"{broken}.",
        (null, _, _) => "the area has no code: write one.",
        (var code, _, _) when codes[code] > 1 => $"the code '{code}' stands in several rows: give each area its own.",
        (_, null, _) => "the area has no level: write what it is, as province.",
        (_, var level, _) when !PackId.IsId(level) => $"'{level}' cannot be a level: write small letters, digits and '_', beginning with a letter, as sub_district.",
        (_, _, { } parent) when !codes.ContainsKey(parent) => $"no row has the code '{parent}', in which the area is said to lie: correct 'parent'.",
        _ => null,
    };

    private PackNode? Override(PackNode? node) => node switch
    {
        PackMap map => Question(map) ?? OverrideMap(map),
        PackList list when list.Items.Select(Override).OfType<PackNode>().ToList() is { Count: > 0 } changed => new PackList(changed, default),
        _ => null,
    };

    // Each question for a place of a level that is gone asks for the smallest one: where people live.
    private PackMap? Question(PackMap map)
    {
        if (map.Word("type") != "area" || map.Word("level") is not { } level || !Gone.Contains(level))
        {
            return null;
        }

        var prefill = map.Word("prefill") is { } old && old.EndsWith($".{level}", StringComparison.Ordinal) ? old[..^level.Length] + Levels[^1] : null;
        return new MapDraft().With("id", map.Word("id")).With("level", Levels[^1]).With("prefill", prefill).Map;
    }

    // An item of a list is found by its id, or by its page.
    private PackMap? OverrideMap(PackMap map)
    {
        var (form, questions) = (Override(map["form"]), Override(map["questions"]));
        return form is null && questions is null
            ? null
            : new MapDraft().With("id", map.Word("id")).With("page", map.Word("page")).With("form", form).With("questions", questions).Map;
    }
}
