namespace Platform.Core.Texts.Po;

/// <summary>A PO file that cannot be used, with all its mistakes.</summary>
public sealed class PoException(IReadOnlyList<TextProblem> errors) : FormatException(string.Join(Environment.NewLine, errors))
{
    public PoException(string file, int line, string message)
        : this([new(file, line, message)])
    {
    }

    public IReadOnlyList<TextProblem> Errors { get; } = errors;
}
