using System.Globalization;

namespace Platform.Core.Feel;

/// <summary>A mistake in an expression, found before it is evaluated.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 units.</param>
/// <param name="Format">English composite format saying what was expected; the key for translation.</param>
/// <param name="Args">What the format's places hold.</param>
public sealed record FeelError(int Line, int Column, string Format, params object?[] Args)
{
    /// <summary>The English sentence.</summary>
    public string Message => string.Format(CultureInfo.InvariantCulture, Format, Args);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"({Line},{Column}): {Message}");
}
