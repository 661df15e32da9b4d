using Platform.Core.Texts;

namespace Platform.Core.Templates;

/// <summary>A template and the partials it reaches, read.</summary>
internal sealed class TemplateTree
{
    private readonly IReadOnlyDictionary<string, TemplateSource> available;
    private readonly List<TextProblem> problems = [];

    /// <exception cref="TemplateException">All mistakes of the template and its partials.</exception>
    public TemplateTree(TemplateSource source, IReadOnlyDictionary<string, TemplateSource> available)
    {
        (Source, this.available) = (source, available);
        Tags = Read(source, []);
        if (problems.Count > 0)
        {
            throw new TemplateException(problems);
        }
    }

    public TemplateSource Source { get; }

    public List<TemplateTag> Tags { get; }

    public Dictionary<string, List<TemplateTag>> Partials { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, TemplateSource> PartialSources { get; } = new(StringComparer.Ordinal);

    /// <summary>The template's own texts first.</summary>
    public IEnumerable<PackText> Texts =>
        TextsOf(Source, Tags).Concat(Partials.SelectMany(partial => TextsOf(PartialSources[partial.Key], partial.Value)));

    /// <summary>The texts of a template alone, each with its line; of what cannot be read there are none.</summary>
    public static IEnumerable<(PackText Text, int Line)> TextsOf(TemplateSource source) =>
        new TemplateParser(source).Parse().SelectMany(tag => TextsOf(source, [tag]).Select(text => (text, tag.Line)));

    private static IEnumerable<PackText> TextsOf(TemplateSource source, IEnumerable<TemplateTag> tags) =>
        tags.SelectMany(tag => Calls(tag.Call))
            .Where(call => call.Name == "t" && call.Arguments is [TemplateLiteral { IsText: true }, ..])
            .Select(call => new PackText(source.Address, ((TemplateLiteral)call.Arguments[0]).Text));

    private static IEnumerable<TemplateCall> Calls(TemplateCall call) =>
        call.Arguments.OfType<TemplateInner>().SelectMany(inner => Calls(inner.Call)).Prepend(call);

    private List<TemplateTag> Read(TemplateSource source, IReadOnlyList<string> within)
    {
        var parser = new TemplateParser(source);
        var tags = parser.Parse();
        problems.AddRange(parser.Problems);
        foreach (var tag in tags)
        {
            if (tag.Kind == TemplateTagKind.Partial)
            {
                ReadPartial(tag, within);
            }
            else if (tag.Kind != TemplateTagKind.Close)
            {
                CheckCalls(tag);
            }
        }

        return tags;
    }

    private void ReadPartial(TemplateTag tag, IReadOnlyList<string> within)
    {
        var name = tag.Call.Name;
        if (tag.Call.Arguments.Count > 0 || !available.TryGetValue(name, out var source))
        {
            Add(tag, $"There is no partial '{name}' in the pack; a partial is named alone, as '{{{{> footer}}}}'.");
        }
        else if (within.Contains(name))
        {
            Add(tag, $"The partial '{name}' contains itself.");
        }
        else if (!PartialSources.ContainsKey(name))
        {
            PartialSources[name] = source;
            Partials[name] = Read(source, [.. within, name]);
        }
    }

    private void CheckCalls(TemplateTag tag)
    {
        var calls = Calls(tag.Call).Where(call => call != tag.Call || tag.Kind == TemplateTagKind.Value);
        foreach (var call in calls)
        {
            if (!TemplateHelpers.Arity.TryGetValue(call.Name, out var arity))
            {
                Demand(call.Arguments.Count == 0 && call == tag.Call, tag, $"There is no helper '{call.Name}'; there are {string.Join(", ", TemplateHelpers.Arity.Keys)}.");
                continue;
            }

            Demand(call.Arguments.Count >= arity.Least && call.Arguments.Count <= arity.Most, tag, $"'{call.Name}' takes {arity.Least} to {arity.Most} values.");
            Demand(call.Name != "t" || call.Arguments is [TemplateLiteral { IsText: true }, ..], tag, "'t' takes a text in quotes.");
        }
    }

    private void Demand(bool holds, TemplateTag tag, string otherwise)
    {
        if (!holds)
        {
            Add(tag, otherwise);
        }
    }

    private void Add(TemplateTag tag, string message) => problems.Add(new(tag.File, tag.Line, message));
}
