using System.Globalization;
using System.Text.RegularExpressions;

namespace Platform.Core.Texts.Po;

/// <summary>The longest a text may be, as a line for translators says it.</summary>
internal static partial class PoLimit
{
    public static int? Read(IEnumerable<string> lines) =>
        lines.Select(line => Limit().Match(line)).FirstOrDefault(match => match.Success) is { } found ? int.Parse(found.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : null;

    /// <summary>Counted as people count: a letter with its marks is one.</summary>
    public static int Length(string text) => new StringInfo(text).LengthInTextElements;

    [GeneratedRegex(@"\bmax ([1-9][0-9]{0,3}) characters\b", RegexOptions.CultureInvariant)]
    private static partial Regex Limit();
}
