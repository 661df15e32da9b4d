using YamlDotNet.Core;

namespace Platform.Core.Packs;

/// <summary>Pieces of YAML that are put into a file of somebody's own.</summary>
internal static class YamlWords
{
    private const string Anything = "k";

    /// <summary>The value in one line, as it may stand between brackets: <c>{id: photo, title: A photo}</c>.</summary>
    public static string Flow(PackNode node) => YamlWriter.WriteLine(new PackList([node], node.Source))[1..^1];

    /// <summary>The lines of a key with its value.</summary>
    public static IReadOnlyList<string> Entry(string key, PackNode value, int indent) => Lines(new PackMap([new(key, value.Source, value)], value.Source), indent);

    /// <summary>The lines of an item of a list with its dash.</summary>
    public static IReadOnlyList<string> Item(PackNode value, int indent) => Lines(new PackList([value], value.Source), indent);

    /// <summary>What stands behind <c>key:</c>, the first item on its line and empty where the value begins below; the others are whole lines.</summary>
    public static IReadOnlyList<string> Behind(PackNode node, int indent)
    {
        var lines = Entry(Anything, node, indent);
        return [lines[0][(indent + Anything.Length + 1)..], .. lines.Skip(1)];
    }

    /// <summary>A word in the quotes that the one before it had; null where it had none, or they would not do.</summary>
    public static string? Quoted(PackNode value, ScalarStyle? style) => value is PackScalar { Value: var word } && !word.Any(char.IsControl)
        ? style switch
        {
            ScalarStyle.SingleQuoted => $"'{word.Replace("'", "''", StringComparison.Ordinal)}'",
            ScalarStyle.DoubleQuoted => $"\"{word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"",
            _ => null,
        }
        : null;

    private static List<string> Lines(PackNode node, int indent) =>
        [.. YamlWriter.Write(node).TrimEnd('\n').Split('\n').Select(l => l.Length == 0 ? l : new string(' ', indent) + l)];
}
