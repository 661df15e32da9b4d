using Platform.Core.Texts.Po;

namespace Platform.Core.Packs;

/// <summary>A PO file changed entry by entry; comments and references stay where they are.</summary>
internal sealed class PoText : FieldText
{
    private readonly string[] lines;
    private readonly Dictionary<string, PoEntry> byKey;
    private readonly Func<string, PoEntry?> entries;
    private readonly string newLine;
    private readonly Dictionary<int, string?> changed = [];
    private readonly List<string> added = [];

    /// <param name="entries">Finds the entry of a translation that the file does not have.</param>
    public PoText(string text, Func<string, PoEntry?> entries)
    {
        this.entries = entries;
        newLine = new TextEdits(text).NewLine;
        lines = text.Split('\n');
        byKey = PoFile.Parse(text).Translations.ToDictionary(PoField.Key, StringComparer.Ordinal);
    }

    public override void Set(IReadOnlyList<string> keys, PackNode value)
    {
        var entry = PoField.With(byKey[keys[0]], value);
        var (from, to) = Strings(entry.Line - 1);
        Clear(from, to);
        changed[from] = PoWriter.Strings(entry).ReplaceLineEndings(newLine).TrimEnd();
        SetFlags(entry);
    }

    public override void Add(IReadOnlyList<string> keys, PackNode value, string? behind)
    {
        var entry = entries(keys[0]) ?? throw new NotSupportedException($"No file has the text {keys[0]}: add its entry by hand.");
        added.Add(PoWriter.Write(PoField.With(entry, value)));
    }

    public override void Remove(IReadOnlyList<string> keys)
    {
        var entry = byKey[keys[0]];
        var to = Strings(entry.Line - 1).To;
        Clear(Begin(entry), to + 1 < lines.Length && lines[to + 1].Trim().Length == 0 ? to + 1 : to);
    }

    public override string ToString()
    {
        var kept = lines.Select((line, i) => changed.TryGetValue(i, out var instead) ? instead is null ? null : instead + (line.EndsWith('\r') ? "\r" : "") : line).OfType<string>();
        var text = string.Join('\n', kept);
        return added.Count == 0 ? text : string.Concat(added.Prepend(text.TrimEnd() + newLine).Select((a, i) => i == 0 ? a : newLine + a.ReplaceLineEndings(newLine)));
    }

    private void Clear(int from, int to)
    {
        for (var i = from; i <= to; i++)
        {
            changed[i] = null;
        }
    }

    // The lines of msgstr, counted from 0.
    private (int From, int To) Strings(int id)
    {
        var from = id;
        while (!lines[from].TrimStart().StartsWith("msgstr", StringComparison.Ordinal))
        {
            from++;
        }

        var to = from;
        while (to + 1 < lines.Length && lines[to + 1].TrimStart() is ['"', ..] or ['m', 's', 'g', 's', 't', 'r', ..])
        {
            to++;
        }

        return (from, to);
    }

    // The first line of an entry, with its comments.
    private int Begin(PoEntry entry)
    {
        var at = entry.Line - 1;
        while (entry.Context is not null && !lines[at].TrimStart().StartsWith("msgctxt", StringComparison.Ordinal))
        {
            at--;
        }

        while (at > 0 && lines[at - 1].TrimStart() is ['#'] or ['#', not '~', ..])
        {
            at--;
        }

        return at;
    }

    private void SetFlags(PoEntry entry)
    {
        var begin = Begin(entry);
        var flags = Enumerable.Range(begin, entry.Line - begin).FirstOrDefault(i => lines[i].TrimStart().StartsWith("#,", StringComparison.Ordinal), -1);
        var line = entry.Flags.Count == 0 ? null : $"#, {string.Join(", ", entry.Flags)}";
        if (flags >= 0)
        {
            changed[flags] = line;
        }
        else if (line is not null)
        {
            var first = Enumerable.Range(begin, entry.Line - begin).First(i => lines[i].TrimStart() is not ['#', ..]);
            changed[first] = line + newLine + (changed.GetValueOrDefault(first) ?? lines[first].TrimEnd('\r'));
        }
    }
}
