namespace Platform.Core.Feel.Nodes;

/// <summary>A leading minus: numbers and durations.</summary>
internal sealed class Negation(int at, Node operand) : Node(at, operand)
{
    public bool IsLiteral => operand is Literal;

    public override FeelType Check(Checking checking)
    {
        var type = operand.Check(checking);
        return Types.Unknown(type) || type == FeelType.Number || type == FeelType.YearsMonthsDuration || type == FeelType.DaysTimeDuration
            ? type
            : checking.Error(At, "Expected a number or a duration after -, found {0}", type);
    }

    protected override object? Evaluate(Frame frame)
    {
        var value = operand.Value(frame);
        return Arithmetic.Negate(value) ?? frame.Run.NullFrom("Expected a number or a duration after -, found {0}", Kind.Name(value));
    }
}
