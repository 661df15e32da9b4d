using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Platform.Core.Packs;

/// <summary>A key with its value, or an item of a list.</summary>
/// <param name="Name">The key, or the item's id; null for an item without one.</param>
/// <param name="Start">Of the key, or of the item's dash; in flow style of the item itself.</param>
/// <param name="ValueFrom">Behind the colon or the dash.</param>
internal sealed record YamlPart(string? Name, int Start, int ValueFrom, YamlSpan Value);

/// <summary>Where a value stands in its text, as offsets of characters.</summary>
internal sealed class YamlSpan
{
    public required int Start { get; init; }

    /// <summary>Behind its last character; comments and empty lines that follow are no part of it.</summary>
    public required int End { get; init; }

    /// <summary>Columns from 0 before the keys or dashes of a block.</summary>
    public int Indent { get; init; }

    public bool IsFlow { get; init; }

    public bool IsMap { get; init; }

    /// <summary>Null for lists and maps.</summary>
    public ScalarStyle? Style { get; init; }

    public IReadOnlyList<YamlPart> Parts { get; init; } = [];

    /// <summary>Parts that are taken out.</summary>
    public HashSet<YamlPart> Removed { get; } = [];

    /// <summary>True when something was added to it.</summary>
    public bool Grows { get; set; }

    /// <summary>True when nothing of it is left.</summary>
    public bool IsEmptied => Parts.Count > 0 && !Grows && Parts.All(IsGone);

    public bool IsGone(YamlPart part) => Removed.Contains(part) || part.Value.IsEmptied;

    public YamlPart? Find(string name) => Parts.FirstOrDefault(p => p.Name == name);
}

/// <summary>Finds the spans of a text that is known to be sound.</summary>
internal sealed class YamlSpans(string text)
{
    private readonly Parser parser = new(new Scanner(new StringReader(text)));

    /// <summary>The document's value; null when there is none.</summary>
    public YamlSpan? Read()
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _))
        {
            return null;
        }

        parser.Consume<DocumentStart>();
        return Value();
    }

    private YamlSpan Value() => parser.Current switch
    {
        MappingStart => Map(),
        SequenceStart => List(),
        _ => Scalar(parser.Consume<Scalar>()),
    };

    private YamlSpan Scalar(Scalar scalar)
    {
        var (start, end) = ((int)scalar.Start.Index, (int)scalar.End.Index);
        while (scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded && end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return new() { Start = start, End = end, Style = scalar.Style };
    }

    private YamlSpan Map()
    {
        var start = parser.Consume<MappingStart>();
        var parts = new List<YamlPart>();
        while (!parser.Accept<MappingEnd>(out _))
        {
            var key = parser.Consume<Scalar>();
            var from = text.IndexOf(':', (int)key.End.Index) + 1;
            parts.Add(new(key.Value, (int)key.Start.Index, from, Value()));
        }

        return Whole(start.Start, parser.Consume<MappingEnd>().End, parts, start.Style == MappingStyle.Flow, isMap: true);
    }

    private YamlSpan List()
    {
        var start = parser.Consume<SequenceStart>();
        var flow = start.Style == SequenceStyle.Flow;
        var parts = new List<YamlPart>();
        while (!parser.Accept<SequenceEnd>(out _))
        {
            var value = Value();
            var dash = flow ? value.Start : Dash(value.Start, (int)start.Start.Column - 1);
            parts.Add(new(IdOf(value), dash, flow ? dash : dash + 1, value));
        }

        return Whole(start.Start, parser.Consume<SequenceEnd>().End, parts, flow, isMap: false);
    }

    private YamlSpan Whole(Mark start, Mark end, List<YamlPart> parts, bool flow, bool isMap) => new()
    {
        Start = (int)start.Index,
        End = flow ? text.IndexOf(isMap ? '}' : ']', (int)end.Index - 1) + 1 : parts.Select(p => p.Value.End).LastOrDefault((int)start.Index),
        Indent = (int)start.Column - 1,
        IsFlow = flow,
        IsMap = isMap,
        Parts = parts,
    };

    // The dash stands in the list's column, on the line where the item begins or above it.
    private int Dash(int value, int column)
    {
        for (var line = value; ; line--)
        {
            line = line == 0 ? 0 : text.LastIndexOf('\n', line - 1) + 1;
            if (line + column < text.Length && text[line + column] == '-' && text.AsSpan(line, column).Trim(" -").IsEmpty)
            {
                return line + column;
            }
        }
    }

    private string? IdOf(YamlSpan item) => (item.Find("id") ?? item.Find("page")) is { Value.Style: not null } id
        ? ((PackMap)YamlFile.Parse("", "", $"id: {text[id.Value.Start..id.Value.End]}", new())!).Word("id")
        : null;
}
