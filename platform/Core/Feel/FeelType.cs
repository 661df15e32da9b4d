using System.Diagnostics.CodeAnalysis;

namespace Platform.Core.Feel;

/// <summary>The type of an expression or of a name it may read, written as FEEL writes it (<c>list&lt;number&gt;</c>).</summary>
public abstract record FeelType
{
    private FeelType(string name) => Name = name;

    public string Name { get; }

    /// <summary>Nothing is known before evaluation; checks are then made while evaluating.</summary>
    public static FeelType Any { get; } = new Scalar("Any");

    public static FeelType Null { get; } = new Scalar("Null");

    public static FeelType Number { get; } = new Scalar("number");

    [SuppressMessage("Naming", "CA1720", Justification = "FEEL's own word for the type")]
    public static FeelType String { get; } = new Scalar("string");

    public static FeelType Boolean { get; } = new Scalar("boolean");

    public static FeelType Date { get; } = new Scalar("date");

    public static FeelType Time { get; } = new Scalar("time");

    public static FeelType DateTime { get; } = new Scalar("date and time");

    public static FeelType YearsMonthsDuration { get; } = new Scalar("years and months duration");

    public static FeelType DaysTimeDuration { get; } = new Scalar("days and time duration");

    public sealed override string ToString() => Name;

    public sealed record Scalar : FeelType
    {
        internal Scalar(string name) : base(name)
        {
        }
    }

    public sealed record List(FeelType Of) : FeelType($"list<{Of.Name}>");

    public sealed record Range(FeelType Of) : FeelType($"range<{Of.Name}>");

    /// <param name="Members">Null when nothing is known of the members.</param>
    public sealed record Context(IReadOnlyDictionary<string, FeelType>? Members) : FeelType("context");

    /// <param name="Parameters">Null when nothing is known of the parameters.</param>
    public sealed record Function(IReadOnlyList<FeelType>? Parameters, FeelType Result) : FeelType("function");
}
