using System.Text.RegularExpressions;

namespace Platform.Core.Templates;

/// <summary>Reads what stands inside the braces: a name and arguments. Named arguments, block parameters and paths in square brackets are not part of it.</summary>
internal sealed partial class TemplateExpression
{
    private const int MaximumDepth = 10;
    private readonly List<string> tokens;
    private int at;

    private TemplateExpression(List<string> tokens) => this.tokens = tokens;

    /// <returns>Null when it cannot be read.</returns>
    public static TemplateCall? Read(string text)
    {
        var matches = Token().Matches(text);
        if (matches.Sum(m => m.Length) != text.Length)
        {
            return null;
        }

        var expression = new TemplateExpression([.. matches.Select(m => m.Value.Trim()).Where(t => t.Length > 0)]);
        var call = expression.Call(0);
        return expression.at == expression.tokens.Count ? call : null;
    }

    private TemplateCall? Call(int depth)
    {
        if (Next() is not { } name || !Path().IsMatch(name) || depth > MaximumDepth)
        {
            return null;
        }

        var arguments = new List<TemplateArgument>();
        while (at < tokens.Count && tokens[at] != ")")
        {
            if (Argument(depth) is not { } argument)
            {
                return null;
            }

            arguments.Add(argument);
        }

        return new(name, arguments);
    }

    private TemplateArgument? Argument(int depth) => Next() switch
    {
        "(" => Call(depth + 1) is { } call && Next() == ")" ? new TemplateInner(call) : null,
        { } text when text[0] is '"' or '\'' => new TemplateLiteral(text[1..^1], IsText: true),
        "true" or "false" => new TemplateLiteral(tokens[at - 1], IsText: false),
        { } number when char.IsAsciiDigit(number[0]) || number[0] == '-' => new TemplateLiteral(number, IsText: false),
        { } path when Path().IsMatch(path) => new TemplatePath(path),
        _ => null,
    };

    private string? Next() => at < tokens.Count ? tokens[at++] : null;

    [GeneratedRegex("""\s+|[()]|"[^"]*"|'[^']*'|-?[0-9]+|@?[A-Za-z_./][A-Za-z0-9_./-]*""", RegexOptions.CultureInvariant)]
    private static partial Regex Token();

    [GeneratedRegex(@"^(@[a-z]+|(\.\./)*(this|[A-Za-z_][A-Za-z0-9_-]*(\.[A-Za-z_][A-Za-z0-9_-]*)*))$", RegexOptions.CultureInvariant)]
    private static partial Regex Path();
}
