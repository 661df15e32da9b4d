using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Platform.Core.Packs;

/// <summary>
/// Reads one YAML document into nodes. Aliases, anchors, tags and keys given twice are refused: a reader must
/// see in the file what holds, and a document must not grow while it is read.
/// </summary>
public sealed class YamlFile
{
    private const int MaximumDepth = 40;
    private readonly Scanner scanner;
    private readonly Parser parser;
    private readonly string layer;
    private readonly string file;
    private readonly PackProblems problems;

    private YamlFile(string layer, string file, string text, PackProblems problems)
    {
        (this.layer, this.file, this.problems) = (layer, file, problems);
        scanner = new Scanner(new StringReader(text));
        parser = new Parser(scanner);
    }

    /// <summary>The document, or null when it is empty or not YAML (then a problem says so).</summary>
    public static PackNode? Parse(string layer, string file, string text, PackProblems problems)
    {
        var reader = new YamlFile(layer, file, text, problems);
        try
        {
            return reader.Document();
        }
        catch (YamlException e)
        {
            problems.Add(new(layer, file, (int)e.Start.Line), "This is not valid YAML: check the indentation, close brackets and quotes, and quote values that hold ':' or '#' ({0}).", e.Message);
        }
        // The scanner throws this instead where a key stands inside an open list.
        catch (InvalidOperationException)
        {
            problems.Add(new(layer, file, (int)reader.scanner.CurrentPosition.Line), "This is not valid YAML: close the list or map that is open here.");
        }
        return null;
    }

    private PackNode? Document()
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _))
        {
            return null;
        }
        parser.Consume<DocumentStart>();
        var node = Node(0);
        parser.Consume<DocumentEnd>();
        if (!parser.Accept<StreamEnd>(out var next))
        {
            problems.Add(At(parser.Current ?? next!), "The file holds a second document: remove everything from the line '---' on.");
        }
        return node;
    }

    private PackNode Node(int depth)
    {
        if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            problems.Add(At(alias), "The alias '*{0}' is not allowed: write the value out.", alias.Value.Value);
            return new PackScalar("", At(alias));
        }
        Refuse((NodeEvent)parser.Current!, depth);
        return parser.Current switch
        {
            MappingStart => Map(depth),
            SequenceStart => List(depth),
            _ => Scalar(),
        };
    }

    private void Refuse(NodeEvent node, int depth)
    {
        if (!node.Anchor.IsEmpty)
        {
            problems.Add(At(node), "The anchor '&{0}' is not allowed: write the value out wherever it is needed.", node.Anchor.Value);
        }
        if (!node.Tag.IsEmpty && !node.Tag.IsNonSpecific)
        {
            problems.Add(At(node), "The tag '{0}' is not allowed: write the plain value.", node.Tag.Value);
        }
        if (depth > MaximumDepth)
        {
            throw new YamlException(node.Start, node.End, "Values are nested too deeply");
        }
    }

    private PackScalar Scalar()
    {
        var scalar = parser.Consume<Scalar>();
        return new(scalar.Value, At(scalar), scalar.Style is not ScalarStyle.Plain, scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded);
    }

    private PackList List(int depth)
    {
        var start = parser.Consume<SequenceStart>();
        var items = new List<PackNode>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Node(depth + 1));
        }
        return new(items, At(start));
    }

    private PackMap Map(int depth)
    {
        var start = parser.Consume<MappingStart>();
        var entries = new List<PackEntry>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var (key, value) = (Node(depth + 1), Node(depth + 1));
            Add(entries, key, value);
        }
        return new(entries, At(start));
    }

    private void Add(List<PackEntry> entries, PackNode key, PackNode value)
    {
        if (key is not PackScalar { Value: var name })
        {
            problems.Add(key.Source, "A key must be one word: quote it if it holds a bracket or a comma.");
        }
        else if (entries.Any(e => e.Key == name))
        {
            problems.Add(key.Source, "The key '{0}' stands twice in this map: keep one of the two.", name);
        }
        else
        {
            entries.Add(new(name, key.Source, value));
        }
    }

    private PackSource At(ParsingEvent e) => new(layer, file, (int)e.Start.Line);
}
