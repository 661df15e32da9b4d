using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Platform.Core.Feel;
using Platform.Core.Modules.Forms;
using Platform.Core.Packs;

namespace Platform.Modules.Cases.Form.Questions;

/// <summary>A country of ISO 3166-1, by its two letters; named as the person's language names it.</summary>
internal sealed class CountryQuestion(NodeReader reader) : Question(reader), IQuestion<CountryQuestion>
{
    private static readonly IReadOnlyList<string> Codes =
    [
        .. CultureInfo.GetCultures(CultureTypes.SpecificCultures).Where(c => c.Name.Contains('-', StringComparison.Ordinal))
            .Select(c => new RegionInfo(c.Name).TwoLetterISORegionName).Where(c => c.Length == 2 && c.All(char.IsAsciiLetterUpper))
            .Distinct().Order(StringComparer.Ordinal),
    ];

    private static readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> Names = new();

    public override FeelType Type => FeelType.String;

    public static CountryQuestion Read(NodeReader reader, SectionContext context) => new(reader);

    /// <summary>Codes with their names, in the order of the language.</summary>
    public static IEnumerable<(string Code, string Name)> Countries(string language) =>
        Codes.Select(c => (c, NameOf(c, language))).OrderBy(c => c.Item2, StringComparer.Create(CultureInfo.GetCultureInfo(language), ignoreCase: true));

    public override JsonNode? Read(Typed typed, AnswerReading reading)
    {
        if (!typed.IsEmpty && !Codes.Contains(typed[""]))
        {
            reading.Add(reading.T["Choose a country"]);
        }

        return typed.IsEmpty ? null : JsonValue.Create(typed[""]);
    }

    public override string Show(JsonNode answer, AnswerShowing showing) => NameOf((string)answer!, showing.Language);

    private static string NameOf(string code, string language) => Names.GetOrAdd(language, NamesIn).GetValueOrDefault(code, code);

    private static Dictionary<string, string> NamesIn(string language)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            return Codes.ToDictionary(c => c, Named);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    // RegionInfo names a country in that country's own language, whatever the reader's; a culture is named in the language that the thread shows,
    // and its country stands in brackets: "Unknown language (Belgium)".
    private static string Named(string code)
    {
        var name = new CultureInfo($"und-{code}").DisplayName;
        return name[(name.LastIndexOfAny(['(', '\uFF08']) + 1)..^1];
    }
}
