using System.Globalization;
using System.Text.RegularExpressions;

namespace Platform.Modules.Documents.Definitions;

/// <summary>How a document is numbered, as <c>RC-{year}-{seq:6}</c>: the year in four figures, the number in the year with at least so many.</summary>
internal static partial class NumberPattern
{
    /// <summary>Exactly one <c>{seq}</c>, at most one <c>{year}</c>, no other braces.</summary>
    public static bool IsValid(string pattern) =>
        Part().Matches(pattern) is var parts && parts.Count(IsSeq) == 1 && parts.Count - 1 <= 1 && !Part().Replace(pattern, "").AsSpan().ContainsAny('{', '}');

    public static string Write(string pattern, long year, long seq) => Part().Replace(pattern, part => IsSeq(part)
        ? seq.ToString(CultureInfo.InvariantCulture).PadLeft(part.Groups[1].Success ? int.Parse(part.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : 1, '0')
        : year.ToString("0000", CultureInfo.InvariantCulture));

    private static bool IsSeq(Match part) => part.ValueSpan.StartsWith("{seq");

    [GeneratedRegex(@"\{year\}|\{seq(?::([1-9]))?\}", RegexOptions.CultureInvariant)]
    private static partial Regex Part();
}
