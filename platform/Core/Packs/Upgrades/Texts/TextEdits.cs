using System.Text;

namespace Platform.Core.Packs;

/// <summary>Places of a text with what shall stand there instead; all places are those of the text as it was.</summary>
internal sealed class TextEdits(string text)
{
    private readonly List<(int Start, int End, string Instead)> edits = [];

    /// <summary>The line end that the text uses.</summary>
    public string NewLine { get; } = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

    public void Replace(int start, int end, string instead) => edits.Add((start, end, instead));

    /// <summary>Whole lines, each with its end, in front of a line; several at one place stand in the order in which they were added.</summary>
    public void InsertLines(int at, IEnumerable<string> lines)
    {
        var missing = at == text.Length && at > 0 && text[^1] != '\n' && !edits.Any(e => e.Start == at) ? NewLine : "";
        Replace(at, at, missing + string.Concat(lines.Select(l => l + NewLine)));
    }

    /// <summary>Where the line of a place begins.</summary>
    public int LineStart(int at) => at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;

    /// <summary>Where the line behind that of a place begins, or the end of the text.</summary>
    public int NextLine(int at) => text.IndexOf('\n', at) is var end and >= 0 ? end + 1 : text.Length;

    /// <summary>Where the line of a place ends, before its line end.</summary>
    public int LineEnd(int at) => text.AsSpan(at).IndexOfAny('\r', '\n') is var end and >= 0 ? at + end : text.Length;

    public override string ToString()
    {
        var changed = new StringBuilder();
        var at = 0;
        foreach (var (start, end, instead) in edits.OrderBy(e => e.Start).ThenBy(e => e.End))
        {
            changed.Append(text, at, start - at).Append(instead);
            at = end;
        }

        return changed.Append(text, at, text.Length - at).ToString();
    }
}
