using System.Globalization;
using Platform.Core.Feel.Nodes;
using Platform.Core.Feel.Syntax;
using static Platform.Core.Feel.Functions.Parameter;

namespace Platform.Core.Feel.Functions;

/// <summary>From texts to other values and back, and not() (DMN 1.4, tables 71 and 72).</summary>
internal static class ConversionFunctions
{
    private const NumberStyles Form = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    public static IEnumerable<Signature> All { get; } =
    [
        new("string", FeelType.String, [Any("from")], Written),
        new("number", FeelType.Number, [Text("from")], c => Number(c.Text(0), null, ".") ?? NoNumber(c)),
        new("number", FeelType.Number, [Text("from"), Text("grouping separator").OrNull, Text("decimal separator").OrNull],
            c => Number(c.Text(0), c[1] as string, c[2] as string) ?? NoNumber(c)),
        new("range", new FeelType.Range(FeelType.Any), [Text("from")], c => Range(c.Text(0), c.Run) ?? c.Null("Expected a range such as [1..3], found {0}", c[0])),
        new("not", FeelType.Boolean, [Value("negand")], c => c[0] is bool b ? !b : null),
    ];

    private static string Written(Call call)
    {
        ResultSize.Check(call[0], call.Run);
        var text = FeelText.Plain(call[0]!);
        call.Run.Fits(text.Length);
        return text;
    }

    private static object? NoNumber(Call call) => call.Null("Expected a number, found {0}", call[0]);

    private static decimal? Number(string text, string? grouping, string? point)
    {
        if (grouping is not (null or " " or "," or ".") || point is not (null or "," or ".") || (grouping == point && point is not null))
        {
            return null;
        }
        var plain = grouping is null ? text : text.Replace(grouping, "", StringComparison.Ordinal);
        if (point == "," && plain.Contains('.', StringComparison.Ordinal))
        {
            return null;
        }
        plain = point == "," ? plain.Replace(',', '.') : plain;
        return decimal.TryParse(plain, Form, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    // Only bounds that stand there as they are, in order and of one type, make a range (DMN 1.4, table 71).
    private static FeelRange? Range(string text, Run run)
    {
        try
        {
            return Parser.Expression(text, new Names().With(BuiltIns.Names), new Names()) is RangeNode { IsLiteral: true } node
                && node.Value(Frame.Root(run, new Dictionary<string, object?>())) is FeelRange range && InOrder(range)
                ? range
                : null;
        }
        catch (FeelSyntaxException)
        {
            return null;
        }
    }

    private static bool InOrder(FeelRange range) => range is { HasStart: true, HasEnd: true }
        ? Order.Compare(range.Start, range.End) <= 0
        : (range.HasStart ? range.Start : range.End) is not null;
}
