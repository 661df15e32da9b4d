using Platform.Core.Feel.Functions;
using Platform.Core.Feel.Nodes;
using Platform.Core.Feel.Syntax;

namespace Platform.Core.Feel;

/// <summary>
/// An expression in FEEL (OMG DMN 1.4), read and checked once, evaluated often and from any thread.
/// Numbers are <see cref="decimal"/>: 28 to 29 significant digits, where the standard has 34; a larger result is null.
/// </summary>
public sealed class FeelExpression
{
    private readonly Node _root;
    private readonly HashSet<string> _names;

    private FeelExpression(string text, Node root, FeelType type, IReadOnlySet<string> reads)
    {
        (Text, _root, Type, Reads) = (text, root, type, reads);
        _names = [.. reads.Select(r => r.Split('.')[0])];
    }

    public string Text { get; }

    /// <summary>The type of the result as far as it is known.</summary>
    public FeelType Type { get; }

    /// <summary>The longest paths through contexts that the expression reads from outside, such as <c>person.address.village</c> and <c>tenure</c>; a list ends its path.</summary>
    public IReadOnlySet<string> Reads { get; }

    /// <summary>Reads and checks an expression.</summary>
    /// <param name="names">What it may read.</param>
    /// <param name="expected">The type its value must have; null for any.</param>
    /// <param name="errors">Every mistake; of a text that is no expression the first.</param>
    /// <returns>Null when there are errors.</returns>
    public static FeelExpression? Compile(string text, FeelType.Context names, FeelType? expected, out IReadOnlyList<FeelError> errors)
    {
        var checking = new Checking(names);
        var expression = Read(text, names, checking, Parser.Expression);
        if (expression is not null && expected is not null && !Types.Fits(expression.Type, expected))
        {
            checking.Error(expression._root.At, "Expected {0}, found {1}", expected, expression.Type);
        }
        errors = [.. checking.Errors.OrderBy(e => e.At).Select(e => Place.Of(text, e))];
        return errors.Count == 0 ? expression : null;
    }

    /// <summary>Evaluates a text whose names are those given, whatever their types; mistakes other than of form become null with a reason.</summary>
    /// <param name="error">The mistake of form, if the text is no expression.</param>
    public static FeelResult EvaluateText(
        string text, IReadOnlyDictionary<string, object?> values, FeelMoment now, out FeelError? error, FeelLimits? limits = null)
    {
        var names = new FeelType.Context(values.ToDictionary(v => v.Key, _ => FeelType.Any));
        var checking = new Checking(names);
        var expression = Read(text, names, checking, Parser.Expression);
        error = expression is null ? Place.Of(text, checking.Errors[0]) : null;
        return expression?.Evaluate(values, now, limits) ?? new FeelResult(null, error!.Message);
    }

    /// <summary>Evaluates the expression. Never throws for what an expression or its values may hold.</summary>
    /// <param name="values">The names it may read; a name left out reads as null.</param>
    /// <param name="now">The one moment of <c>now()</c> and <c>today()</c>.</param>
    public FeelResult Evaluate(IReadOnlyDictionary<string, object?> values, FeelMoment now, FeelLimits? limits = null)
    {
        var run = new Run(limits ?? FeelLimits.Default, now);
        try
        {
            var value = _root.Value(Frame.Root(run, Given(values)));
            ResultSize.Check(value, run);
            return new(value, value is null ? run.Reason : null);
        }
        catch (Exception e) when (e is FeelLimitException or InsufficientExecutionStackException or OverflowException or ArgumentOutOfRangeException)
        {
            return new(null, e.Message);
        }
    }

    internal static FeelExpression? Read(string text, FeelType.Context names, Checking checking, Func<string, Names, Names, Node> parse)
    {
        try
        {
            var root = parse(text, new Names(new Names().With(BuiltIns.Names)).With(names.Members?.Keys ?? []), Members.Of(names));
            return new(text, root, root.Check(checking), checking.Reads);
        }
        catch (FeelSyntaxException e)
        {
            checking.Errors.Add(e);
            return null;
        }
    }

    private Dictionary<string, object?> Given(IReadOnlyDictionary<string, object?> values) =>
        _names.ToDictionary(n => n, n => Import.From(values.GetValueOrDefault(n)), StringComparer.Ordinal);
}
