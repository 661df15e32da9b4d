using System.Text.RegularExpressions;

namespace Platform.Core.Texts;

/// <summary>
/// What a translator must know of the place where a text stands: what kind of thing it is, and what a comment before it says,
/// <c>@* Translators: max 40 characters *@</c> or <c>// Translators: ...</c> on its line or on the one above.
/// </summary>
internal static partial class TextSurroundings
{
    // Only kinds that change how something is worded; a paragraph is none.
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["h1"] = "heading",
        ["h2"] = "heading",
        ["h3"] = "heading",
        ["button"] = "button",
        ["p-button"] = "button",
        ["a"] = "link",
        ["p-tag"] = "tag",
        ["p-cell"] = "cell or heading of a table",
        ["dt"] = "name of a value",
        ["@key"] = "name of a value",
        ["@label"] = "label",
        ["@legend"] = "label",
        ["@hint"] = "hint",
        ["@summary"] = "link that opens more",
        ["@caption"] = "caption of a table",
        ["@aria-label"] = "heard, not seen",
        ["@alt"] = "description of a picture",
        [".Title("] = "title of the page",
        [".Menu"] = "menu",
        ["RuleException"] = "why something is refused",
        ["new CaseEventText"] = "event in the course of a case",
        ["string Purpose"] = "what personal data are used for",
    };

    /// <param name="source">The file.</param>
    /// <param name="at">Where the use of the text begins.</param>
    /// <param name="use">How the code says it.</param>
    public static IEnumerable<string> Of(string source, int at, string use)
    {
        var kind = Kinds.Keys.FirstOrDefault(start => use.StartsWith(start, StringComparison.Ordinal)) ?? Attribute(source, at) ?? Element(source, at) ?? Call(source, at);
        if (kind is not null && Kinds.TryGetValue(kind, out var words))
        {
            yield return words;
        }

        if (Said(source, at) is { } said)
        {
            yield return said;
        }
    }

    private static string? Attribute(string source, int at) =>
        AttributeStart().Match(source[source.LastIndexOf('<', Math.Max(0, at - 1)) is var start and >= 0 ? start..at : at..at]) is { Success: true } found ? $"@{found.Groups[1].Value}" : null;

    private static string? Element(string source, int at) =>
        source.LastIndexOf('<', Math.Max(0, at - 1)) is var start and >= 0 && ElementStart().Match(source[start..at]) is { Success: true } found ? found.Groups[1].Value : null;

    private static string? Call(string source, int at) => source.AsSpan(0, at).EndsWith(".Title(", StringComparison.Ordinal) ? ".Title(" : null;

    private static string? Said(string source, int at)
    {
        var line = source.LastIndexOf('\n', Math.Max(0, at - 1)) + 1;
        var above = line > 0 ? source.LastIndexOf('\n', Math.Max(0, line - 2)) + 1 : 0;
        var upper = source[above..line];
        var note = Note().Match(source[line..at]) is { Success: true } here ? here : upper.TrimStart() is ['@', '*', ..] or ['/', '/', ..] ? Note().Match(upper) : Match.Empty;
        return note.Success ? note.Groups[1].Value : null;
    }

    [GeneratedRegex("""<[^<>]*\s([a-z-]+)="@?\(?$""", RegexOptions.CultureInvariant)]
    private static partial Regex AttributeStart();

    // The element has begun and holds nothing else before the text.
    [GeneratedRegex("""^<([a-z][a-z0-9-]*)(?:\s(?:[^<>"]|"[^"]*")*)?>\s*@?\(?$""", RegexOptions.CultureInvariant)]
    private static partial Regex ElementStart();

    [GeneratedRegex(@"Translators: *(.+?) *(?:\*@|\*/|[\r\n]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Note();
}
