using System.Globalization;
using System.Text.RegularExpressions;
using Platform.Cli.Import.Sources;
using Platform.Core.Packs;

namespace Platform.Cli.Import.Mapping;

internal enum ValueKind
{
    Word,
    Id,
    Date,
    Duration,
}

/// <summary>How a value is written in the source, where packs write it otherwise.</summary>
/// <param name="Pattern">Of a date, as <c>dd/MM/yyyy</c>.</param>
internal sealed partial record ValueForm(ValueKind Kind, string? Pattern, bool LastPart)
{
    private static readonly Dictionary<string, string> Units = new() { ["Y"] = "years", ["M"] = "months", ["W"] = "weeks", ["D"] = "days", ["H"] = "hours" };

    public static ValueForm AsItIs { get; } = new(ValueKind.Word, null, false);

    public static ValueForm Read(NodeReader reader) => new(reader.Choice("kind", ValueKind.Word), reader.Optional("pattern"), reader.Flag("last-part"));

    public override string ToString() => Pattern is null ? PackWord(Kind) : $"{PackWord(Kind)} like {Pattern}";

    /// <summary>The value as packs write it; null where it is not of this form.</summary>
    public string? Of(string value)
    {
        var part = LastPart ? LinkedTerms.LastPart(value) : value;
        return Kind switch
        {
            ValueKind.Id => IdRule.Slug(part) is { Length: > 0 } slug ? slug : null,
            ValueKind.Date => Date(part),
            ValueKind.Duration => PackDuration.Parse(part) is not null ? part : Duration(part),
            _ => part,
        };
    }

    private string? Date(string value)
    {
        var read = Pattern is null ? DateOnly.TryParseExact(value.AsSpan(0, Math.Min(10, value.Length)), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            : DateOnly.TryParseExact(value, Pattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
        return read ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
    }

    // ISO 8601 with one unit; "P1Y6M" has no word in packs.
    private static string? Duration(string value) =>
        IsoDuration().Match(value) is { Success: true } match && (match.Groups[2].Value == "H") == value.Contains('T', StringComparison.Ordinal) ? $"{match.Groups[1].Value} {Units[match.Groups[2].Value]}" : null;

    private static string PackWord(ValueKind kind) => kind.ToString().ToLowerInvariant();

    [GeneratedRegex("^PT?([0-9]+)([YMWDH])$", RegexOptions.CultureInvariant)]
    private static partial Regex IsoDuration();
}
