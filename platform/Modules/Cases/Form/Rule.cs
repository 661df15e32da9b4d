using NodaTime;
using Platform.Core.Feel;
using Platform.Core.Packs;

namespace Platform.Modules.Cases.Form;

/// <summary>A FEEL expression of a pack, checked against what it may read. Never changes; serves all threads.</summary>
public sealed class Rule
{
    private static readonly FeelMoment Beginning = new(NodaConstants.UnixEpoch, DateTimeZone.Utc);
    private static readonly Dictionary<string, object?> NoValues = [];

    private readonly FeelExpression expression;

    private Rule(FeelExpression expression) => this.expression = expression;

    public FeelType Type => expression.Type;

    /// <summary>True where it reads nothing and says no: what hangs on it is never reached.</summary>
    internal bool IsNever => expression.Reads.Count == 0 && Value(NoValues, Beginning) is false;

    /// <summary>Null where nothing is written, and with a mistake where it does not compile or gives another type.</summary>
    /// <param name="text">The expression with its place.</param>
    /// <param name="scope">The names it may read.</param>
    /// <param name="expected">What it must give; null: anything.</param>
    public static Rule? Compile(PackScalar? text, IReadOnlyDictionary<string, FeelType> scope, FeelType? expected, PackProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        return problems.Compile(text, new FeelType.Context(scope), expected) is { } expression ? new(expression) : null;
    }

    /// <summary>The value as a CLR object; null too where it could not be worked out.</summary>
    public object? Value(IReadOnlyDictionary<string, object?> values, FeelMoment moment) => expression.Evaluate(values, moment).Value;

    /// <summary>True and nothing else: unknown counts as no.</summary>
    public bool IsTrue(IReadOnlyDictionary<string, object?> values, FeelMoment moment) => Value(values, moment) is true;
}
