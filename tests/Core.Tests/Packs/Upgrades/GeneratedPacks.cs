using System.Text;
using Platform.Core.Packs;

namespace Platform.Core.Tests.Packs.Upgrades;

/// <summary>Packs of one file in memory, made of generated trees: a base, the base changed, and a pack on it or copied from it.</summary>
internal sealed class GeneratedPacks(string path)
{
    private readonly Func<GeneratedTrees, PackMap> make = FieldText.KindOf(path) switch
    {
        FieldTextKind.Table => t => t.Rows(),
        FieldTextKind.Translations => t => t.Translations(),
        _ => t => t.Definition(),
    };

    public (PackMap Old, PackMap New, PackMap Yours) Triple(int seed, bool layered)
    {
        var trees = new GeneratedTrees(seed);
        var old = make(trees);
        var yours = trees.Changed(old, make);
        return (old, trees.Changed(old, make), layered ? AsLayer(old, yours) : yours);
    }

    public IPackFiles Base(string name, PackNode says) => Files(name, null, Text(says, seed: null));

    /// <summary>The pack with comments between its lines.</summary>
    public IPackFiles Own(PackNode? says, int seed, IPackFiles? @base) => Files("own", @base, says is null ? null : Text(says, seed), @base is null ? "" : "extends: base");

    /// <summary>What the file of a pack says together with its base.</summary>
    public PackNode? Read(IPackFiles pack)
    {
        var problems = new PackProblems();
        var read = FieldFiles.Merged(PackLayers.Open(pack, problems).Layers, path, problems);
        Assert.Empty(problems.Errors.Select(e => e.ToString()));
        return read;
    }

    // From above no translation can be taken away, and no cell of a row.
    private PackMap AsLayer(PackMap old, PackMap yours) => FieldText.KindOf(path) switch
    {
        FieldTextKind.Translations => OnTop(old, yours),
        FieldTextKind.Table => new([.. yours.Entries.Select(e => old[e.Key] is PackMap row ? e with { Value = OnTop(row, (PackMap)e.Value) } : e)], yours.Source),
        _ => yours,
    };

    private static PackMap OnTop(PackMap old, PackMap yours) => new([.. yours.Entries, .. old.Entries.Where(e => yours[e.Key] is null)], yours.Source);

    private PackOverlay Files(string name, IPackFiles? beside, string? text, string extends = "") => new(
        name, null,
        new Dictionary<string, byte[]?>
        {
            ["pack.yaml"] = Encoding.UTF8.GetBytes($"name: {name}\nversion: 1.0.0\n{extends}"),
            [path] = text is null ? null : Encoding.UTF8.GetBytes(text),
        },
        beside is null ? [] : [beside]);

    private string Text(PackNode node, int? seed) => FieldText.KindOf(path) switch
    {
        FieldTextKind.Table => Table((PackMap)node),
        FieldTextKind.Translations => Commented(Translations((PackMap)node), seed, insideLines: false),
        _ => Commented(YamlWriter.Write(node), seed, insideLines: true),
    };

    private static string Table(PackMap rows)
    {
        string[] columns = [.. new[] { "parent", "level" }.Union(rows.Entries.SelectMany(r => ((PackMap)r.Value).Entries).Select(e => e.Key))];
        var lines = rows.Entries.Select(r => string.Join(',', columns.Select(c => ((PackMap)r.Value).Word(c) ?? "").Select(Quoted).Prepend(r.Key)));
        return string.Concat(lines.Prepend(string.Join(',', columns.Prepend("code"))).Select(l => l + "\n"));
    }

    private static string Quoted(string cell) => cell.Contains(',', StringComparison.Ordinal) ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    private static string Translations(PackMap entries) => string.Concat(entries.Entries.Select(e =>
    {
        var words = ((PackList)e.Value).Items.Cast<PackScalar>().Select(w => w.Value).ToList();
        var text = words[1].Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
        return $"{(words[0] == "draft" ? "#, fuzzy\n" : "")}msgid {e.Key}\nmsgstr \"{text}\"\n\n";
    }));

    // A comment with its number, before some lines and behind others. Lines of a block are text, where a comment would be one as well.
    private static string Commented(string text, int? seed, bool insideLines)
    {
        if (seed is null)
        {
            return text;
        }

        var (trees, lines, inBlock) = (new GeneratedTrees(seed.Value), new List<string>(), -1);
        foreach (var line in text.TrimEnd('\n').Split('\n'))
        {
            var indent = line.Length - line.TrimStart().Length;
            inBlock = inBlock >= 0 && (indent > inBlock || line.Length == 0) ? inBlock : -1;
            if (inBlock < 0 && line.Length > 0 && (insideLines || line[0] == '#' || (line.StartsWith("msgid", StringComparison.Ordinal) && !lines.LastOrDefault("").StartsWith('#'))) && trees.Coin(40))
            {
                lines.Add($"{(insideLines ? new string(' ', indent) : "")}# before {lines.Count}");
            }

            lines.Add(inBlock < 0 && insideLines && !line.EndsWith('|') && !line.EndsWith("|-", StringComparison.Ordinal) && trees.Coin(30) ? $"{line}  # behind {lines.Count}" : line);
            inBlock = inBlock < 0 && (line.EndsWith('|') || line.EndsWith("|-", StringComparison.Ordinal)) ? indent : inBlock;
        }

        return string.Concat(lines.Select(l => l + "\n"));
    }
}
