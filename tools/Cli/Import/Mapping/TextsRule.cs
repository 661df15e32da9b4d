using System.Globalization;
using Platform.Cli.Import.Sources;
using Platform.Core.Packs;
using Platform.Core.Texts;

namespace Platform.Cli.Import.Mapping;

/// <summary>A text in each language, of the first column that has one.</summary>
/// <param name="Longest">Characters to which it is shortened at a word's end; null: as long as it is.</param>
/// <param name="Joined">What stands between the values of a column that has several; null: the first counts.</param>
internal sealed record TextsRule(IReadOnlyList<string> Languages, IReadOnlyDictionary<string, IReadOnlyList<string>> By, int? Longest, string? Joined) : FieldRule
{
    /// <summary>Stands in the name of a column for the tag of the language.</summary>
    private const string Language = "{language}";

    public override IEnumerable<string> Columns => By.Values.SelectMany(c => c);

    public static TextsRule Read(NodeReader reader, IReadOnlyList<string> languages)
    {
        var by = reader.Node("texts") is PackMap map ? Each(map, reader.Problems, languages) : All(ColumnsOf(reader.Node("texts")!), languages);
        if (!by.ContainsKey(languages[0]))
        {
            reader.Missing(["texts"], "'texts' must name a column for '{0}', the language of the pack's own texts: 'texts: {{{0}: <column>}}'.", languages[0]);
        }

        return new(languages, by, reader.Whole("shorten", 1), reader.Optional("join"));
    }

    private static Dictionary<string, IReadOnlyList<string>> Each(PackMap map, PackProblems problems, IReadOnlyList<string> languages)
    {
        foreach (var stranger in map.Entries.Where(e => !languages.Contains(e.Key)))
        {
            problems.AddUnknown(stranger.Source, "'{0}' is none of 'languages'", stranger.Key, [.. languages]);
        }

        return map.Entries.ToDictionary(e => e.Key, e => ColumnsOf(e.Value));
    }

    private static Dictionary<string, IReadOnlyList<string>> All(IReadOnlyList<string> columns, IReadOnlyList<string> languages) =>
        languages.ToDictionary(l => l, l => (IReadOnlyList<string>)[.. columns.Select(c => c.Replace(Language, l, StringComparison.Ordinal))]);

    private static IReadOnlyList<string> ColumnsOf(PackNode node) => node is PackList several ? [.. several.Items.OfType<PackScalar>().Select(s => s.Value)] : node is PackScalar one ? [one.Value] : [];

    public override PackNode? Value(SourceRow row, RowReading reading)
    {
        var source = Of(row, Languages[0]);
        if (source is null)
        {
            return null;
        }

        foreach (var language in Languages.Skip(1))
        {
            reading.Translate(language, source, Of(row, language));
        }

        return new PackScalar(source, default, quoted: true);
    }

    private string? Of(SourceRow row, string language)
    {
        var text = By.GetValueOrDefault(language)?.Select(row.Values).Where(v => v.Count > 0).Select(v => Joined is null ? v[0] : string.Join(Joined, v)).FirstOrDefault();
        return text is null ? null : Shortened(Clean(text)) is { Length: > 0 } said ? said : null;
    }

    private static string Clean(string text) => string.Concat(text.ReplaceLineEndings("\n").Where(c => c == '\n' || !char.IsControl(c))).Trim();

    private string Shortened(string text)
    {
        if (Longest is not { } longest)
        {
            return text;
        }

        var line = text.Replace('\n', ' ');
        if (line.Length <= longest)
        {
            return line;
        }

        // Scripts without spaces are cut between whole characters.
        var cut = line.LastIndexOf(' ', longest);
        return $"{(cut > 0 ? line[..cut] : Whole(line, longest))} ...";
    }

    private static string Whole(string line, int longest)
    {
        var ends = StringInfo.ParseCombiningCharacters(line);
        return line[..ends.Last(end => end <= longest)];
    }
}
