using Platform.Core.Texts;

namespace Platform.Core.Templates;

/// <summary>Follows a template through its blocks and reports names that the data will not have.</summary>
internal sealed class TemplateChecker(IReadOnlySet<string> names, IReadOnlyDictionary<string, List<TemplateTag>> partials)
{
    private static readonly string[] LoopValues = ["@index", "@first", "@last", "@key"];
    private readonly List<string> scopes = [""];
    private readonly Stack<bool> blocks = [];

    public List<TextProblem> Problems { get; } = [];

    public void Check(IReadOnlyList<TemplateTag> tags)
    {
        foreach (var tag in tags)
        {
            Check(tag);
        }
    }

    private void Check(TemplateTag tag)
    {
        switch (tag.Kind)
        {
            case TemplateTagKind.Value:
                Call(tag, tag.Call);
                break;
            case TemplateTagKind.Partial:
                Check(partials[tag.Call.Name]);
                break;
            case TemplateTagKind.Open:
                Open(tag);
                break;
            case TemplateTagKind.Close:
                Leave();
                break;
            default:
                Leave();
                blocks.Push(false);
                tag.Call.Arguments.ToList().ForEach(argument => Condition(tag, argument));
                break;
        }
    }

    private void Open(TemplateTag tag)
    {
        var argument = tag.Call.Arguments[0];
        if (tag.Call.Name is "if" or "unless")
        {
            blocks.Push(false);
            Condition(tag, argument);
            return;
        }

        var (name, suffix) = (argument is TemplatePath path ? Resolve(path.Path) : null, tag.Call.Name == "each" ? "[]" : "");
        if (name is null || !HasInside(name + suffix))
        {
            Unknown(tag, (argument as TemplatePath)?.Path ?? tag.Call.Name, suffix.Length > 0 ? "list" : "map");
        }

        scopes.Add(name + suffix);
        blocks.Push(true);
    }

    private void Leave()
    {
        if (blocks.TryPop(out var scoped) && scoped)
        {
            scopes.RemoveAt(scopes.Count - 1);
        }
    }

    private void Condition(TemplateTag tag, TemplateArgument argument)
    {
        if (argument is not TemplatePath path)
        {
            Argument(tag, argument);
        }
        else if (Resolve(path.Path) is not { } name || !(names.Contains(name) || HasInside(name) || HasInside(name + "[]")))
        {
            Value(tag, path.Path);
        }
    }

    private void Call(TemplateTag tag, TemplateCall call)
    {
        if (!TemplateHelpers.Arity.ContainsKey(call.Name))
        {
            Value(tag, call.Name);
        }

        foreach (var argument in call.Arguments)
        {
            Argument(tag, argument);
        }
    }

    private void Argument(TemplateTag tag, TemplateArgument argument)
    {
        if (argument is TemplateInner inner)
        {
            Call(tag, inner.Call);
        }
        else if (argument is TemplatePath path)
        {
            Value(tag, path.Path);
        }
    }

    private void Value(TemplateTag tag, string path)
    {
        if (!LoopValues.Contains(path) && (Resolve(path) is not { } name || !names.Contains(name)))
        {
            Unknown(tag, path, "value");
        }
    }

    private string? Resolve(string path)
    {
        var level = scopes.Count - 1;
        for (; path.StartsWith("../", StringComparison.Ordinal); path = path[3..])
        {
            level--;
        }

        return level < 0 ? null
            : path == "this" ? scopes[level]
            : scopes[level].Length == 0 ? path
            : $"{scopes[level]}.{path}";
    }

    private bool HasInside(string name) => names.Any(known => known == name && name.EndsWith("[]", StringComparison.Ordinal) || known.StartsWith(name + ".", StringComparison.Ordinal));

    private void Unknown(TemplateTag tag, string path, string kind) =>
        Problems.Add(new(tag.File, tag.Line, $"There is no {kind} '{path}' here; there are {string.Join(", ", names.Order(StringComparer.Ordinal).Take(30))}."));
}
