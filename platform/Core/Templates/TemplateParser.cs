using System.Text.RegularExpressions;
using Platform.Core.Texts;

namespace Platform.Core.Templates;

/// <summary>Finds the braces of a template with their lines, and refuses what would put raw HTML out or reach beyond the pack.</summary>
internal sealed partial class TemplateParser(TemplateSource source)
{
    /// <summary>What is wrong with a value that is not encoded.</summary>
    public const string Raw = "'{{{' and '{{&' put text out without encoding: write '{{name}}'.";

    private static readonly string[] Blocks = ["if", "unless", "each", "with"];
    private readonly List<TemplateTag> tags = [];
    private readonly Stack<TemplateTag> open = [];

    public List<TextProblem> Problems { get; } = [];

    public List<TemplateTag> Parse()
    {
        foreach (Match match in Braces().Matches(source.Text))
        {
            Read(match.Value, 1 + source.Text.AsSpan(0, match.Index).Count('\n'));
        }

        foreach (var block in open)
        {
            Add(block.Line, $"'{{{{#{block.Call.Name}}}}}' is never closed: write '{{{{/{block.Call.Name}}}}}' where it ends.");
        }

        return tags;
    }

    private void Read(string braces, int line)
    {
        var inner = braces.StartsWith('\\') || !braces.EndsWith("}}", StringComparison.Ordinal) ? null : braces[2..^2].Trim('~').Trim();
        switch (inner)
        {
            case null:
                Add(line, "These braces are not closed, or a backslash stands before them.");
                break;
            case ['{', ..] or ['&', ..]:
                Add(line, Raw);
                break;
            case ['!', ..]:
                break;
            case ['>', .. var partial]:
                Add(TemplateTagKind.Partial, partial, line);
                break;
            case ['#', .. var block]:
                Open(block, line);
                break;
            case ['/', .. var block]:
                Close(block.Trim(), line);
                break;
            case "^" or "else":
                Else("", line);
                break;
            case ['e', 'l', 's', 'e', ' ', .. var condition]:
                Else(condition, line);
                break;
            default:
                Add(TemplateTagKind.Value, inner, line);
                break;
        }
    }

    private void Open(string block, int line)
    {
        if (Add(TemplateTagKind.Open, block, line) is not { } tag)
        {
            return;
        }

        open.Push(tag);
        if (!Blocks.Contains(tag.Call.Name) || tag.Call.Arguments.Count != 1)
        {
            Add(line, $"'{{{{#{block}}}}}' is no block: there are {string.Join(", ", Blocks)}, each with one value.");
        }
    }

    private void Else(string condition, int line)
    {
        if (open.Count == 0 || (condition.Length > 0 && !condition.StartsWith("if ", StringComparison.Ordinal)))
        {
            Add(line, "'{{else}}' or '{{else if value}}' stands inside a block.");
            return;
        }

        Add(TemplateTagKind.Else, condition.Length == 0 ? "else" : condition, line);
    }

    private void Close(string name, int line)
    {
        if (open.TryPop(out var block) && block.Call.Name == name)
        {
            tags.Add(new(TemplateTagKind.Close, block.Call, source.File, line));
        }
        else
        {
            Add(line, $"'{{{{/{name}}}}}' closes nothing that is open here{(block is null ? "" : $"; open is '{{{{#{block.Call.Name}}}}}' of line {block.Line}")}.");
        }
    }

    private TemplateTag? Add(TemplateTagKind kind, string text, int line)
    {
        if (TemplateExpression.Read(text.Trim()) is not { } call)
        {
            Add(line, $"'{text.Trim()}' cannot be read: write a name, or a helper with values, texts in quotes or brackets.");
            return null;
        }

        var tag = new TemplateTag(kind, call, source.File, line);
        tags.Add(tag);
        return tag;
    }

    private void Add(int line, string message) => Problems.Add(new(source.File, line, message));

    [GeneratedRegex(@"\{\{~?!--.*?--~?\}\}|\\?\{\{+.*?(\}\}+|(?=\{\{)|$)", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Braces();
}
