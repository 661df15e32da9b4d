using Platform.Core.Texts;

namespace Platform.Core.Templates;

/// <summary>A template that cannot be used, with all its mistakes.</summary>
public sealed class TemplateException(IReadOnlyList<TextProblem> problems) : FormatException(string.Join(Environment.NewLine, problems))
{
    public IReadOnlyList<TextProblem> Problems { get; } = problems;
}
