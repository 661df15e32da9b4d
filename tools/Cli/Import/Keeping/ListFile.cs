using Platform.Core.Packs;

namespace Platform.Cli.Import.Keeping;

/// <summary>
/// A file that is a list of things with ids, as <c>organizations.yaml</c>, item by item: those of people stay to the letter, with their comments.
/// </summary>
internal sealed class ListFile
{
    private readonly string path;
    private readonly string name;
    private readonly string before;
    private readonly OrderedDictionary<string, string> items = new(StringComparer.Ordinal);

    /// <exception cref="ImportException">It is not a list of things with ids, one below the other.</exception>
    public ListFile(string pack, string name)
    {
        (path, this.name) = (Path.Combine(pack, name), name);
        var text = TextFile.Read(path) ?? "";
        before = text;
        if (Nodes(text) is { Items.Count: > 0 } list)
        {
            before = Split(text, list);
        }
    }

    public Fate Put(string id, PackMap definition, ImportLedger ledger, bool overwrite)
    {
        var now = YamlWriter.Write(new PackList([definition], default));
        var here = items.GetValueOrDefault(id);
        var fate = ledger.Decide($"{name}#{id}", here, now, overwrite);
        if (fate.Writes())
        {
            EndLine();
            items[id] = now;
        }

        return fate;
    }

    /// <returns>False where nothing is different.</returns>
    public bool Save() => TextFile.Write(path, before + string.Concat(items.Values));

    public IReadOnlyCollection<string> Ids => [.. items.Keys];

    // What is put behind it must begin on a line of its own.
    private void EndLine()
    {
        if (items.Count > 0 && items.GetAt(items.Count - 1) is { Value: var last, Key: var id } && !last.EndsWith('\n'))
        {
            items[id] = last + "\n";
        }
    }

    private PackList? Nodes(string text)
    {
        var problems = new PackProblems();
        var node = YamlFile.Parse("", name, text, problems);
        return problems.None && node is null or PackList ? node as PackList : throw Unusable();
    }

    // An item goes from its own line to that of the next.
    private string Split(string text, PackList list)
    {
        var lines = text.Split('\n').Select(l => l + "\n").ToArray();
        lines[^1] = lines[^1][..^1];
        var starts = list.Items.Select(i => i.Source.Line - 1).ToList();
        if (starts.Distinct().Count() < starts.Count || starts.Exists(s => !lines[s].StartsWith('-')))
        {
            throw Unusable();
        }

        foreach (var (at, item) in list.Items.Index())
        {
            var end = at + 1 < starts.Count ? starts[at + 1] : lines.Length;
            items[(item as PackMap)?.Word("id") ?? throw Unusable()] = string.Concat(lines[starts[at]..end]);
        }

        return string.Concat(lines[..starts[0]]);
    }

    private ImportException Unusable() => new($"{name} cannot be added to: write it as a list of things with ids, each beginning on a line of its own with '- id: ...' or '- {{id: ...}}'.");
}
