using NodaTime;
using Platform.Core.Feel;

namespace Platform.Cli.Import.Forms.Terms;

/// <summary>The functions that terms may call, and how FEEL says them.</summary>
internal static class FeelFunctions
{
    private static readonly FeelMoment Beginning = new(NodaConstants.UnixEpoch, DateTimeZone.Utc);

    private static readonly Dictionary<string, string> Plain = new(StringComparer.Ordinal)
    {
        ["length"] = "string length",
        ["contains"] = "contains",
        ["starts-with"] = "starts with",
        ["ends-with"] = "ends with",
        ["count"] = "count",
        ["sum"] = "sum",
        ["min"] = "min",
        ["max"] = "max",
        ["today"] = "today",
        ["now"] = "now",
        ["floor"] = "floor",
        ["ceiling"] = "ceiling",
        ["abs"] = "abs",
        ["number"] = "number",
        ["string"] = "string",
        ["upper"] = "upper case",
        ["lower"] = "lower case",
        ["substring"] = "substring",
        ["year"] = "year",
        ["date"] = "date",
    };

    /// <summary>True where what is written is a comparison.</summary>
    public static bool IsTest(string name) => name is "answered" or "unanswered" or "among" or "includes";

    /// <param name="write">Writes an argument.</param>
    /// <param name="question">The question whose answer an argument is.</param>
    /// <exception cref="NotCarriedException">FEEL has no such function, or an argument does not fit.</exception>
    public static string Write(Call call, Func<Term, string> write, Func<Term, QuestionDraft?> question) => (call.Name, call.Of) switch
    {
        ("includes", [var of, Fixed { Value: { } value }]) when question(of) is { } asked => Includes(write(of), asked, value),
        ("answered", [var of]) => $"{write(of)} != null",
        ("unanswered", [var of]) => $"{write(of)} = null",
        ("among", [var of, Fixed { Value: IReadOnlyList<object?> values }]) when question(of) is { } asked => $"{write(of)} in [{string.Join(", ", values.Select(v => Values.For(asked, v)))}]",
        ("matches", [var of, Fixed { Value: string pattern }]) => $"matches({write(of)}, {FeelText.Format(Known(pattern))})",
        ("round", [var of]) => $"round half up({write(of)}, 0)",
        ("round", [var of, var digits]) => $"round half up({write(of)}, {write(digits)})",
        ("concat", var parts) => $"({string.Join(" + ", parts.Select(p => p is Fixed { Value: string } || question(p)?.Type is "text" or "long-text" or "choice" or "name" ? write(p) : $"string({write(p)})"))})",
        ("coalesce", [var one, var other]) => $"(if {write(one)} != null then {write(one)} else {write(other)})",
        ("count-selected", [var of]) => $"count({write(of)})",
        ("days", [var of]) => $"({write(of)} - date(\"1970-01-01\")) / duration(\"P1D\")",
        (var name, var of) when Plain.TryGetValue(name, out var feel) => $"{feel}({string.Join(", ", of.Select(write))})",
        _ => throw new NotCarriedException($"the function '{call.Name}' has no counterpart in FEEL"),
    };

    // Among several answers, or within a text.
    private static string Includes(string of, QuestionDraft asked, object value) => asked.Type switch
    {
        "choices" => $"list contains({of}, {Values.For(asked, value)})",
        "choice" => $"{of} = {Values.For(asked, value)}",
        _ => $"contains({of}, {Values.For(asked, value)})",
    };

    // FEEL takes XPath's patterns; one of a wider kind would never match, and nobody would see why.
    private static string Known(string pattern) =>
        FeelExpression.EvaluateText($"matches(\"a\", {FeelText.Format(pattern)})", new Dictionary<string, object?>(), Beginning, out _).Value is bool
            ? pattern
            : throw new NotCarriedException($"the pattern '{pattern}' is not one that FEEL knows");
}
