using System.Text.RegularExpressions;

namespace Platform.Cli.Releases.Screening;

/// <summary>
/// Finds what has the form of another country's identity numbers. The form is a stranger's, so it is matched in time linear to the text, and no pack
/// with a form that cannot be is ever read (<see cref="Core.Packs.PackPattern"/>).
/// </summary>
internal sealed class ForeignRule
{
    private const string Rule = "foreign_rule";
    private const string NoWord = @"[^\p{L}\p{N}]";

    private readonly Regex form;

    public ForeignRule(string pattern) => form = new(
        $"(?:^|{NoWord})(?<{Rule}>(?:{Unanchored(pattern)}))(?:{NoWord}|$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking);

    /// <summary>Whole words only: neither a letter nor a digit before or behind.</summary>
    public IEnumerable<string> In(string text)
    {
        for (var at = 0; at <= text.Length && form.Match(text, at) is { Success: true } match;)
        {
            var found = match.Groups[Rule];
            if (found.Length > 0)
            {
                yield return found.Value;
            }

            // What ends one word may begin the next.
            at = Math.Max(match.Index + 1, found.Index + found.Length);
        }
    }

    private static string Unanchored(string pattern)
    {
        var open = pattern.TrimStart('^');
        return open.EndsWith('$') && !open.EndsWith("\\$", StringComparison.Ordinal) ? open.TrimEnd('$') : open;
    }
}
