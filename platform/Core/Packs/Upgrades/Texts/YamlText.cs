namespace Platform.Core.Packs;

/// <summary>A YAML file changed in its text, at the places of its values.</summary>
internal sealed class YamlText : FieldText
{
    private readonly string text;
    private readonly TextEdits edits;
    private readonly YamlSpan? root;
    private string added = "";
    private bool isGone;

    public YamlText(string text)
    {
        this.text = text;
        edits = new(text);
        root = new YamlSpans(text).Read();
    }

    public override void Set(IReadOnlyList<string> keys, PackNode value)
    {
        if (keys.Count == 0)
        {
            edits.Replace(root?.Start ?? text.Length, root?.End ?? text.Length, YamlWriter.Write(value).TrimEnd('\n'));
            return;
        }

        var (holder, part) = Find(keys);
        var span = part.Value;
        var quoted = YamlWords.Quoted(value, span.Style);
        if (quoted is not null || holder.IsFlow)
        {
            edits.Replace(span.Start, span.End, (span.Start == part.ValueFrom && holder.IsMap ? " " : "") + (quoted ?? YamlWords.Flow(value)));
            return;
        }

        SetBlock(holder, part, holder.IsMap ? YamlWords.Behind(value, holder.Indent) : YamlWords.Item(value, holder.Indent));
    }

    public override void Add(IReadOnlyList<string> keys, PackNode value, string? behind)
    {
        var holder = keys.Count > 1 ? Find([.. keys.Take(keys.Count - 1)]).Part.Value : root;
        if (holder is null)
        {
            added += YamlWriter.Write(new PackMap([new(keys[^1], value.Source, value)], value.Source));
            return;
        }

        holder.Grows = true;
        var before = behind is null ? null : holder.Find(behind);
        if (holder.IsFlow)
        {
            AddToFlow(holder, before, holder.IsMap ? YamlWords.Flow(new PackMap([new(keys[^1], value.Source, value)], value.Source))[1..^1] : YamlWords.Flow(value));
            return;
        }

        var lines = holder.IsMap ? YamlWords.Entry(keys[^1], value, holder.Indent) : YamlWords.Item(value, holder.Indent);
        var first = holder.Parts[0];
        var place = before ?? (holder.IsMap ? holder.Parts[^1] : null);
        edits.InsertLines(place is null ? edits.LineStart(first.Start) : edits.NextLine(place.Value.End), lines);
    }

    public override void Remove(IReadOnlyList<string> keys)
    {
        if (keys.Count == 0)
        {
            isGone = true;
            return;
        }

        var (holder, part) = Find(keys);
        holder.Removed.Add(part);
    }

    public override string ToString()
    {
        if (isGone || root is { IsEmptied: true })
        {
            return "";
        }

        if (root is not null)
        {
            Cut(root);
        }

        return edits + added;
    }

    private (YamlSpan Holder, YamlPart Part) Find(IReadOnlyList<string> keys)
    {
        var holder = root!;
        for (var i = 0; ; i++)
        {
            var part = holder.Find(keys[i]) ?? throw new ArgumentException($"There is no {string.Join('.', keys)}.");
            if (i == keys.Count - 1)
            {
                return (holder, part);
            }

            holder = part.Value;
        }
    }

    private void SetBlock(YamlSpan holder, YamlPart part, IReadOnlyList<string> lines)
    {
        var (span, from) = (part.Value, holder.IsMap ? part.ValueFrom : edits.LineStart(part.Start));
        if (lines.Count == 1 && span.Style is not null && span.End > span.Start)
        {
            // One word for another: what stands around it stays, spaces too.
            edits.Replace(holder.IsMap ? span.Start : from, span.End, holder.IsMap ? lines[0].TrimStart() : lines[0]);
            return;
        }

        // A comment behind the old value, or behind its key, goes behind the first line.
        var end = edits.LineEnd(span.End);
        var comments = new[] { text[part.ValueFrom..Math.Max(part.ValueFrom, Math.Min(span.Start, edits.LineEnd(part.ValueFrom)))], text[span.End..end] };
        var comment = string.Concat(comments.Select(c => c.Trim()).Where(c => c.StartsWith('#')).Take(1).Select(c => "  " + c));
        edits.Replace(from, end, string.Join(edits.NewLine, lines.Skip(1).Prepend(lines[0] + comment)));
    }

    private void AddToFlow(YamlSpan holder, YamlPart? before, string words)
    {
        if (before is not null)
        {
            edits.Replace(before.Value.End, before.Value.End, $", {words}");
        }
        else
        {
            edits.Replace(holder.Start + 1, holder.Start + 1, holder.Parts.Count == 0 ? words : $"{words}, ");
        }
    }

    private void Cut(YamlSpan span)
    {
        var left = span.Parts.Where(p => !span.IsGone(p)).ToList();
        foreach (var part in left)
        {
            Cut(part.Value);
        }

        if (span.IsFlow)
        {
            CutFlow(span, left);
        }
        else if (left.Count < span.Parts.Count)
        {
            CutBlock(span, left);
        }
    }

    // With the comma behind it, or, where nothing follows any more, with the one before.
    private void CutFlow(YamlSpan span, List<YamlPart> left)
    {
        for (var i = 0; i < span.Parts.Count; i++)
        {
            var part = span.Parts[i];
            if (!left.Contains(part))
            {
                var more = left.Exists(p => p.Start > part.Start);
                edits.Replace(more || i == 0 ? part.Start : span.Parts[i - 1].Value.End, more ? span.Parts[i + 1].Start : part.Value.End, "");
            }
        }
    }

    private void CutBlock(YamlSpan span, List<YamlPart> left)
    {
        var cut = span.Parts.Where(p => !left.Contains(p));
        if (left.Count > 0 && left[0] != span.Parts[0] && !IsFirstOnLine(span.Parts[0]))
        {
            // Behind a dash: what is left moves up to it.
            edits.Replace(span.Parts[0].Start, left[0].Start, "");
            cut = cut.Where(p => p.Start > left[0].Start);
        }

        foreach (var part in cut)
        {
            edits.Replace(edits.LineStart(part.Start), edits.NextLine(part.Value.End), "");
        }
    }

    private bool IsFirstOnLine(YamlPart part) => string.IsNullOrWhiteSpace(text[edits.LineStart(part.Start)..part.Start]);
}
