namespace Platform.Core.Texts;

/// <summary>A mistake in a file of texts, formats or a template.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Message">What is wrong and what to write instead, in English.</param>
public sealed record TextProblem(string File, int Line, string Message)
{
    public override string ToString() => $"{File}:{Line}: {Message}";
}
