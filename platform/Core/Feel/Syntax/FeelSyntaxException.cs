namespace Platform.Core.Feel.Syntax;

/// <summary>Ends the reading of an expression at its first mistake of form.</summary>
/// <param name="at">Offset in the text.</param>
/// <param name="format">English composite format saying what was expected.</param>
internal sealed class FeelSyntaxException(int at, string format, params object?[] args) : Exception
{
    public int At => at;

    public string Format => format;

    public object?[] Args => args;
}
