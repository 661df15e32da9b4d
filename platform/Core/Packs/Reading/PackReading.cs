using Platform.Core.Texts;

namespace Platform.Core.Packs;

/// <summary>What one reading of a pack collects: mistakes and every text with its place.</summary>
internal sealed class PackReading(bool production, PackProblems problems, PackSchema? schema = null)
{
    private readonly Dictionary<string, (PackText Text, PackSource Source)> texts = new(StringComparer.Ordinal);
    private readonly Dictionary<PackText, PackSource> sentences = [];

    public PackProblems Problems => problems;

    /// <summary>Names that an icon may have; empty: any.</summary>
    public IReadOnlyCollection<string> Icons => schema?.Icons ?? [];

    /// <summary>True where examples of law are refused.</summary>
    public bool Production => production;

    /// <summary>The texts read since this list was put here; a service is read with one of its own.</summary>
    public List<PackText> Latest { get; set; } = [];

    /// <summary>All texts; two of one address where a local variant words it anew.</summary>
    public IEnumerable<PackSentence> Sentences => sentences.Select(s => new PackSentence(s.Key, s.Value));

    // A local variant words a text of its national service anew under the same address; inside one file that is a mistake.
    public PackText Text(string address, PackScalar scalar)
    {
        var text = new PackText(address, scalar.Value.Trim());
        if (texts.TryGetValue(address, out var other) && other.Text != text && other.Source.File == scalar.Source.File)
        {
            Problems.Add(scalar.Source, "Two texts have the address '{0}' (the other in line {1}): give one of the things another id.", address, other.Source.Line);
        }
        Latest.Add(text);
        texts.TryAdd(address, (text, scalar.Source));
        sentences.TryAdd(text, scalar.Source);
        return text;
    }
}
