namespace Platform.Core.Packs;

/// <summary>Puts the items of a YAML file's lists into another order, each with the comments right above it.</summary>
internal static class YamlOrder
{
    /// <exception cref="NotSupportedException">An item begins behind something else on its line.</exception>
    public static string Put(string text, PackNode? wanted)
    {
        while (new YamlSpans(text).Read() is { } root && FirstMoved(root, wanted) is var (list, order))
        {
            text = list.IsFlow ? MovedInLine(text, list, order) : MovedLines(text, list, order);
        }

        return text;
    }

    // From the inside out: what is moved has its own order already.
    private static (YamlSpan List, IReadOnlyList<YamlPart> Order)? FirstMoved(YamlSpan span, PackNode? wanted)
    {
        if (NodeParts.Of(wanted) is not { } parts)
        {
            return null;
        }

        var moved = span.Parts.Select(p => FirstMoved(p.Value, parts.GetValueOrDefault(p.Name ?? ""))).FirstOrDefault(m => m is not null);
        if (moved is not null || wanted is not PackList)
        {
            return moved;
        }

        var places = parts.Keys.ToList();
        var order = span.Parts.OrderBy(p => places.IndexOf(p.Name ?? "")).ToList();
        return order.SequenceEqual(span.Parts) ? null : (span, order);
    }

    private static string MovedInLine(string text, YamlSpan list, IReadOnlyList<YamlPart> order)
    {
        var edits = new TextEdits(text);
        foreach (var (place, item) in list.Parts.Zip(order))
        {
            edits.Replace(place.Start, place.Value.End, text[item.Start..item.Value.End]);
        }

        return edits.ToString();
    }

    private static string MovedLines(string text, YamlSpan list, IReadOnlyList<YamlPart> order)
    {
        var edits = new TextEdits(text);
        var starts = list.Parts.Select(p => Begin(text, edits, p)).ToList();
        var ends = starts.Skip(1).Append(edits.NextLine(list.Parts[^1].Value.End)).ToList();
        var lines = list.Parts.Index().ToDictionary(p => p.Item, p => text[starts[p.Index]..ends[p.Index]] is var own && own.EndsWith('\n') ? own : own + edits.NewLine);
        edits.Replace(starts[0], ends[^1], string.Concat(order.Select(p => lines[p])));
        return edits.ToString();
    }

    // What a file begins with is said of the whole file.
    private static int Begin(string text, TextEdits edits, YamlPart part)
    {
        var line = edits.LineStart(part.Start);
        if (!string.IsNullOrWhiteSpace(text[line..part.Start]))
        {
            throw new NotSupportedException("The order of a list whose items begin behind something else on their line cannot be changed");
        }

        var begin = line;
        while (begin > 0 && text[edits.LineStart(begin - 1)..begin].TrimStart().StartsWith('#'))
        {
            begin = edits.LineStart(begin - 1);
        }

        return begin == 0 ? line : begin;
    }
}
