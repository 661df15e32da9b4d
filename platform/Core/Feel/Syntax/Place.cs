namespace Platform.Core.Feel.Syntax;

/// <summary>Turns an offset into line and column.</summary>
internal static class Place
{
    public static FeelError Of(string text, FeelSyntaxException mistake)
    {
        var before = text.AsSpan(0, Math.Min(mistake.At, text.Length));
        return new(before.Count('\n') + 1, before.Length - before.LastIndexOf('\n'), mistake.Format, mistake.Args);
    }
}
