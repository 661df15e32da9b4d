namespace Platform.Cli.Import.Forms.Terms;

/// <summary>Regular expressions of sources that match a whole answer, for FEEL, which searches.</summary>
internal static class Patterns
{
    public static string Whole(string pattern) =>
        pattern.StartsWith('^') && pattern.EndsWith('$') && !pattern.Contains('|', StringComparison.Ordinal) ? pattern : $"^({pattern})$";
}
