using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Platform.Core.Packs;

/// <summary>
/// Writes definitions the way people write packs: short lists and short items on one line, paragraphs as blocks, quotes only where they are needed.
/// What <see cref="YamlFile"/> reads of it is the same again, and of the same nodes it is the same bytes.
/// </summary>
public static partial class YamlWriter
{
    private const int LongestLine = 150;

    // ": ", ", " and the quotes that a value may need.
    private const int Around = 4;

    private static readonly EmitterSettings Settings = new(bestIndent: 2, bestWidth: int.MaxValue, isCanonical: false, maxSimpleKeyLength: 1024, indentSequences: true, newLine: "\n");

    private static readonly string[] Quoted = ["yes", "no", "on", "off", "null"];

    /// <summary>The document, ending with a line end.</summary>
    public static string Write(PackNode node) => Write(node, oneLine: false);

    /// <summary>All of it in one line, without a line end.</summary>
    public static string WriteLine(PackNode node) => Write(node, oneLine: true).TrimEnd('\n');

    private static string Write(PackNode node, bool oneLine)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var emitter = new Emitter(text, Settings);
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(null, null, isImplicit: true));
        Write(emitter, node, oneLine, inside: false);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return text.ToString();
    }

    private static void Write(Emitter emitter, PackNode node, bool oneLine, bool inside)
    {
        switch (node)
        {
            case PackMap map:
                Map(emitter, map, oneLine || (inside && FitsLine(map)));
                break;
            case PackList list:
                List(emitter, list, oneLine || list.Items.Count == 0 || (list.Items.All(i => i is PackScalar) && FitsLine(list)));
                break;
            case PackScalar scalar:
                emitter.Emit(new Scalar(null, null, scalar.Value, Style(scalar, oneLine), isPlainImplicit: true, isQuotedImplicit: true));
                break;
        }
    }

    private static void Map(Emitter emitter, PackMap map, bool oneLine)
    {
        emitter.Emit(new MappingStart(null, null, isImplicit: true, oneLine || map.Entries.Count == 0 ? MappingStyle.Flow : MappingStyle.Block));
        foreach (var entry in map.Entries)
        {
            emitter.Emit(new Scalar(null, null, entry.Key, IsPlain(entry.Key) ? ScalarStyle.Plain : ScalarStyle.DoubleQuoted, isPlainImplicit: true, isQuotedImplicit: true));
            Write(emitter, entry.Value, oneLine, inside: true);
        }

        emitter.Emit(new MappingEnd());
    }

    private static void List(Emitter emitter, PackList list, bool oneLine)
    {
        emitter.Emit(new SequenceStart(null, null, isImplicit: true, oneLine ? SequenceStyle.Flow : SequenceStyle.Block));
        foreach (var item in list.Items)
        {
            Write(emitter, item, oneLine, inside: true);
        }

        emitter.Emit(new SequenceEnd());
    }

    // A map in a map is easier to read below its key.
    private static bool FitsLine(PackNode node) => Length(node) <= LongestLine && !(node is PackMap map && map.Entries.Any(e => e.Value is PackMap));

    private static int Length(PackNode node) => node switch
    {
        PackScalar scalar => scalar.Value.Contains('\n', StringComparison.Ordinal) ? LongestLine : scalar.Value.Length + Around,
        PackList list when list.Items.All(i => i is PackScalar) => list.Items.Sum(Length),
        PackMap map => map.Entries.Sum(e => e.Key.Length + Around + Length(e.Value)),
        _ => LongestLine + 1,
    };

    private static ScalarStyle Style(PackScalar scalar, bool oneLine) => scalar.Value switch
    {
        "" => scalar.IsEmpty ? ScalarStyle.Plain : ScalarStyle.DoubleQuoted,
        var value when IsPlain(value) => ScalarStyle.Plain,
        var value when !oneLine && IsBlock(value) => ScalarStyle.Literal,
        var value when value.Contains('"', StringComparison.Ordinal) && !value.Contains('\'', StringComparison.Ordinal) && !value.Any(IsInvisible) => ScalarStyle.SingleQuoted,
        _ => ScalarStyle.DoubleQuoted,
    };

    // Other readers would take the zeros of a code away, and an answer for a truth.
    private static bool IsPlain(string value) => Words().IsMatch(value) && !Quoted.Contains(value.ToLowerInvariant()) && !LeadingZero().IsMatch(value);

    private static bool IsBlock(string value) =>
        value.Contains('\n', StringComparison.Ordinal) && value == value.Trim() && value.Split('\n').All(l => l == l.TrimEnd() && !l.Any(IsInvisible));

    private static bool IsInvisible(char c) =>
        char.IsSurrogate(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    [GeneratedRegex(@"\A[\p{L}\p{N}(/](?:[\p{L}\p{M}\p{N}()/_.'’;%+&=<>?!-]|[ ](?![ #])|,(?=[ ]))*(?<![ ,])\z", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex(@"\A0[0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex LeadingZero();
}
