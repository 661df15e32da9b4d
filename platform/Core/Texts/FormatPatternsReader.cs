using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Platform.Core.Texts;

/// <summary>Reads a pack's <c>formats.yaml</c>, strictly: an unknown key is a mistake.</summary>
internal sealed class FormatPatternsReader(string file)
{
    private const string Keys = "name, months, days, date, long-date, short-date, month, time, digits, decimal, group, direction";
    private static readonly DateTime Sample = new(2026, 11, 2, 14, 5, 0, DateTimeKind.Unspecified);
    private readonly List<TextProblem> problems = [];

    public FormatPatterns Read(string yaml)
    {
        var patterns = new FormatPatterns();
        foreach (var (key, value) in Root(yaml))
        {
            patterns = With(patterns, key, value);
        }

        return problems.Count == 0 ? patterns : throw new FormatPatternsException(problems);
    }

    private IEnumerable<KeyValuePair<YamlNode, YamlNode>> Root(string yaml)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents is [{ RootNode: YamlMappingNode map }])
            {
                return map.Children;
            }

            problems.Add(new(file, 1, $"The file is one map with the keys {Keys}."));
        }
        catch (YamlException error)
        {
            problems.Add(new(file, (int)Math.Max(1, error.Start.Line), $"This is not valid YAML: {error.Message}"));
        }

        return [];
    }

    private FormatPatterns With(FormatPatterns patterns, YamlNode key, YamlNode value) => (key as YamlScalarNode)?.Value switch
    {
        "name" => patterns with { Name = Word(value) },
        "months" => patterns with { Months = Words(value, 12) },
        "days" => patterns with { Days = Words(value, 7) },
        "date" => patterns with { Date = Pattern(value) },
        "long-date" => patterns with { LongDate = Pattern(value) },
        "short-date" => patterns with { ShortDate = Pattern(value) },
        "month" => patterns with { Month = Pattern(value) },
        "time" => patterns with { Time = Pattern(value) },
        "digits" => patterns with { Digits = Figures(value) },
        "decimal" => patterns with { DecimalMark = Word(value) },
        "group" => patterns with { GroupMark = Word(value) },
        "direction" => patterns with { Direction = Direction(value) },
        var unknown => Wrong(patterns, key, $"'{unknown}' is no key here; there are {Keys}."),
    };

    private string? Word(YamlNode node) => node is YamlScalarNode { Value.Length: > 0 } scalar ? scalar.Value : Wrong<string?>(null, node, "Write one word or pattern here.");

    private List<string>? Words(YamlNode node, int count)
    {
        var words = (node as YamlSequenceNode)?.Children.OfType<YamlScalarNode>().Select(s => s.Value ?? "").ToList();
        return words?.Count == count && !words.Contains("")
            ? words
            : Wrong<List<string>?>(null, node, $"Write a list of {count} words.");
    }

    private List<string>? Figures(YamlNode node)
    {
        var figures = new List<string>();
        var each = StringInfo.GetTextElementEnumerator(Word(node) ?? "");
        while (each.MoveNext())
        {
            figures.Add(each.GetTextElement());
        }

        return figures.Count == 10 ? figures : Wrong<List<string>?>(null, node, "Write the ten figures from zero to nine as one word in quotes.");
    }

    private string? Pattern(YamlNode node)
    {
        try
        {
            return Word(node) is { Length: > 1 } pattern && Sample.ToString(pattern, CultureInfo.InvariantCulture).Length > 0
                ? pattern
                : Wrong<string?>(null, node, "A pattern has two letters or more, as 'd MMMM yyyy'.");
        }
        catch (FormatException)
        {
            return Wrong<string?>(null, node, "This is no pattern; write it as 'd MMMM yyyy', with fixed words in single quotes.");
        }
    }

    private TextDirection? Direction(YamlNode node) => Word(node) switch
    {
        "ltr" => TextDirection.LeftToRight,
        "rtl" => TextDirection.RightToLeft,
        _ => Wrong<TextDirection?>(null, node, "Write ltr or rtl."),
    };

    private T Wrong<T>(T value, YamlNode node, string message)
    {
        problems.Add(new(file, (int)node.Start.Line, message));
        return value;
    }
}
