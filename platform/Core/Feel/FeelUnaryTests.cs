using Platform.Core.Feel.Nodes;
using Platform.Core.Feel.Syntax;

namespace Platform.Core.Feel;

/// <summary>Tests of one value as a decision table's cell writes them: <c>-</c>, <c>"a", "b"</c>, <c>&gt; 3</c>, <c>not([1..3])</c>, <c>? &gt; limit</c>.</summary>
public sealed class FeelUnaryTests
{
    private readonly FeelExpression _tests;

    private FeelUnaryTests(FeelExpression tests) => _tests = tests;

    /// <summary>What the tests read besides the value tested.</summary>
    public IReadOnlySet<string> Reads => _tests.Reads.Where(r => r != UnaryTests.Subject).ToHashSet();

    /// <param name="names">What the tests may read besides the value.</param>
    /// <param name="value">The type of the value tested.</param>
    /// <returns>Null when there are errors.</returns>
    public static FeelUnaryTests? Compile(string text, FeelType.Context names, FeelType value, out IReadOnlyList<FeelError> errors)
    {
        var all = (names.Members ?? new Dictionary<string, FeelType>()).Append(new(UnaryTests.Subject, value)).ToDictionary();
        var checking = new Checking(new FeelType.Context(all));
        var tests = FeelExpression.Read(text, new FeelType.Context(all), checking, Parser.UnaryTests);
        errors = [.. checking.Errors.OrderBy(e => e.At).Select(e => Place.Of(text, e))];
        return errors.Count == 0 ? new(tests!) : null;
    }

    /// <summary>Whether the tests hold of a value: true, false, or null with the reason.</summary>
    public FeelResult Test(object? value, IReadOnlyDictionary<string, object?> values, FeelMoment now, FeelLimits? limits = null) =>
        _tests.Evaluate(values.Append(new(UnaryTests.Subject, value)).ToDictionary(), now, limits);
}
