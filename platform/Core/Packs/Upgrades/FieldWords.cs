using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Platform.Core.Packs;

/// <summary>Values of fields as people read and write them.</summary>
public static class FieldWords
{
    private const int Around = 2;

    /// <summary>The value in one line of YAML; a file that is taken whole by its size; <c>(nothing)</c> for none.</summary>
    public static string Of(PackNode? value) => value switch
    {
        null => "(nothing)",
        PackWhole whole => whole.Text is null ? $"{whole.Content.Length} bytes" : $"{whole.Text.Split('\n').Length} lines",
        _ => YamlWriter.WriteLine(value),
    };

    /// <summary>How a text file differs from what it was: changed lines with <c>-</c> and <c>+</c>, and a few around them; null for other values.</summary>
    public static IReadOnlyList<string>? Difference(PackNode? before, PackNode? after) =>
        before is PackWhole { Text: { } was } && after is PackWhole { Text: { } now } ? Difference(was, now) : null;

    /// <summary>The lines that differ, with a few around them; a line of dots where lines are left out.</summary>
    public static IReadOnlyList<string> Difference(string before, string after)
    {
        var lines = InlineDiffBuilder.Diff(before, after).Lines;
        var near = lines.Select((line, i) => (line, i)).Where(l => l.line.Type is not ChangeType.Unchanged)
            .SelectMany(l => Enumerable.Range(l.i - Around, (2 * Around) + 1)).ToHashSet();
        var said = new List<string>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (near.Contains(i))
            {
                said.Add(Mark(lines[i].Type) + lines[i].Text);
            }
            else if (near.Contains(i - 1))
            {
                said.Add("...");
            }
        }

        return said;
    }

    /// <summary>Reads a value as YAML; null, with the reason, where it is none.</summary>
    public static PackNode? Read(string text, out string mistake)
    {
        var problems = new PackProblems();
        var node = YamlFile.Parse("", "value", text, problems);
        mistake = problems.None ? "Write a value." : problems.Errors[0].Message.ToString();
        return problems.None ? node : null;
    }

    /// <summary>Reads a file that is a list of maps.</summary>
    public static IReadOnlyList<T> ReadList<T>(string file, string text, PackProblems problems, Func<NodeReader, T> read) where T : class =>
        YamlFile.Parse("", file, text, problems) is { } node ? NodeReader.ReadList(node, "#", new PackReading(production: false, problems), read) : [];

    /// <summary>A word as it stands in YAML, quoted where it has to be.</summary>
    public static string Quoted(string word) => YamlWords.Flow(new PackScalar(word, default));

    private static string Mark(ChangeType type) => type switch
    {
        ChangeType.Inserted => "+ ",
        ChangeType.Deleted => "- ",
        _ => "  ",
    };
}
