using System.Text.RegularExpressions;
using Platform.Core.Texts.Po;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Platform.Core.Texts;

/// <summary>One word for one thing: a language's <c>locales/{tag}/glossary.yaml</c>, of the platform or of a pack.</summary>
/// <param name="terms">By English term, the parts of words one of which a translation must hold; a part, because words bend.</param>
public sealed class Glossary(IReadOnlyDictionary<string, IReadOnlyList<string>> terms)
{
    // Of "identity number" and "number" the longer is meant.
    private readonly List<(string Term, Regex Found, IReadOnlyList<string> Words)> known =
        [.. terms.OrderByDescending(t => t.Key.Length).ThenBy(t => t.Key, StringComparer.Ordinal).Select(t => (t.Key, new Regex($@"\b{Regex.Escape(t.Key)}(?:s|es)?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant), t.Value))];

    public static Glossary Empty { get; } = new(new Dictionary<string, IReadOnlyList<string>>());

    /// <summary>With another one's terms, which win where both have one.</summary>
    public Glossary With(Glossary other) => new(other.known.Concat(known).DistinctBy(t => t.Term, StringComparer.OrdinalIgnoreCase).ToDictionary(t => t.Term, t => t.Words));

    /// <summary>Reads <c>term: [word, other word]</c>, the first being the usual one.</summary>
    /// <exception cref="PoException">All mistakes, each with its line.</exception>
    public static Glossary Parse(string yaml, string file)
    {
        var problems = new List<TextProblem>();
        var terms = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in Root(yaml, file, problems))
        {
            var words = (value as YamlSequenceNode)?.Children.OfType<YamlScalarNode>().Select(s => s.Value ?? "").ToList() ?? [];
            if (key is not YamlScalarNode { Value: { Length: > 0 } term } || words.Count == 0 || words.Contains(""))
            {
                problems.Add(new(file, (int)key.Start.Line, "Write a term and its words as: applicant: [word, other word]"));
            }
            else if (!terms.TryAdd(term, words))
            {
                problems.Add(new(file, (int)key.Start.Line, $"The term '{term}' stands here twice: put its words into one list."));
            }
        }

        return problems.Count == 0 ? new(terms) : throw new PoException(problems);
    }

    /// <summary>The glossary of a folder <c>locales/{tag}</c>, empty where there is none.</summary>
    /// <exception cref="PoException">All mistakes, each with its line.</exception>
    public static Glossary Load(string folder, string name) =>
        Path.Combine(folder, "glossary.yaml") is var path && File.Exists(path) ? Parse(File.ReadAllText(path), name) : Empty;

    /// <summary>A warning for each wording that has none of the words of a term in its text.</summary>
    /// <param name="name">Of the file, for messages.</param>
    public IEnumerable<TextProblem> Check(PoFile file, string name) =>
        from entry in file.Translations
        from term in Terms(entry.PluralId is null ? entry.Id : $"{entry.Id} {entry.PluralId}")
        let wording = string.Join(' ', entry.Strings)
        where !term.Words.Any(word => wording.Contains(word, StringComparison.OrdinalIgnoreCase))
        select new TextProblem(name, entry.Line, $"'{term.Term}' is called {string.Join(" or ", term.Words.Select(w => $"'{w}'"))}, the translation of '{entry.Id}' says it otherwise.");

    private IEnumerable<(string Term, IReadOnlyList<string> Words)> Terms(string text)
    {
        foreach (var (term, found, words) in known)
        {
            if (found.IsMatch(text))
            {
                text = found.Replace(text, " ");
                yield return (term, words);
            }
        }
    }

    private static IEnumerable<KeyValuePair<YamlNode, YamlNode>> Root(string yaml, string file, List<TextProblem> problems)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents is [{ RootNode: YamlMappingNode map }])
            {
                return map.Children;
            }

            problems.Add(new(file, 1, "The file is one map: applicant: [word, other word]"));
        }
        catch (YamlException error)
        {
            problems.Add(new(file, (int)Math.Max(1, error.Start.Line), $"This is not valid YAML: {error.Message}"));
        }

        return [];
    }
}
