using Platform.Core.Packs;

namespace Platform.Cli.NewPacks;

/// <summary>The areas of the new country in place of those of the pack below, and what follows from it for definitions that name a level.</summary>
internal sealed class NewAreas(IReadOnlyList<IReadOnlyDictionary<string, string>> rows, Pack below)
{
    private static readonly string[] Names = ["id", "page"];

    /// <summary>From large to small, as the file has them.</summary>
    public IReadOnlyList<string> Levels { get; } = [.. rows.Select(r => r.GetValueOrDefault("level", "")).Where(l => l.Length > 0).Distinct()];

    /// <summary>The smallest level: where people live.</summary>
    public string Smallest => Levels[^1];

    public string ToCsv()
    {
        string[] columns = [.. rows[0].Keys.Where(c => c != "remove")];
        var lines = new List<string> { string.Join(',', [.. columns, "remove"]) };
        lines.AddRange(below.Areas.All.Select(a => string.Join(',', columns.Select(c => c == "code" ? a.Code : "")) + ",true"));
        lines.AddRange(rows.Select(row => string.Join(',', columns.Select(c => Quoted(row.GetValueOrDefault(c, "")))) + ","));
        return string.Join('\n', lines) + "\n";
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

    /// <summary>Of a definition below only what has to change: each question for a place of a level that is gone asks for the smallest one.</summary>
    /// <returns>Null where nothing has to.</returns>
    public object? Override(object? node) => node switch
    {
        Dictionary<object, object?> map when Question(map) is { } question => question,
        Dictionary<object, object?> map => OverrideMap(map),
        List<object?> list => list.Select(Override).OfType<object>().ToList() is { Count: > 0 } changed ? changed : null,
        _ => null,
    };

    private IEnumerable<string> Gone => below.AreaLevels.Select(l => l.Id).Where(id => !Levels.Contains(id));

    private Dictionary<string, object>? Question(Dictionary<object, object?> map)
    {
        if (map.GetValueOrDefault("type") as string != "area" || map.GetValueOrDefault("level") is not string level || !Gone.Contains(level))
        {
            return null;
        }

        var question = new Dictionary<string, object> { ["id"] = map["id"]!, ["level"] = Smallest };
        if (map.GetValueOrDefault("prefill") is string prefill && prefill.EndsWith($".{level}", StringComparison.Ordinal))
        {
            question["prefill"] = prefill[..^level.Length] + Smallest;
        }

        return question;
    }

    private Dictionary<string, object>? OverrideMap(Dictionary<object, object?> map)
    {
        var changed = new Dictionary<string, object>();
        foreach (var (key, value) in map)
        {
            if (key is "form" or "questions" && Override(value) is { } part)
            {
                changed[(string)key] = part;
            }
        }

        return changed.Count == 0 ? null : Named(map, changed);
    }

    // An item of a list is found by its id, or by its page.
    private static Dictionary<string, object> Named(Dictionary<object, object?> map, Dictionary<string, object> changed) =>
        Names.Where(map.ContainsKey).Select(k => KeyValuePair.Create(k, map[k]!)).Concat(changed).ToDictionary();

    private static string Quoted(string value) => value.AsSpan().ContainsAny(",\"\r\n") ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;
}
