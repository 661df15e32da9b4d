namespace Platform.Core.Feel.Nodes;

/// <summary><c>&lt; 10</c>: a test of the value at hand; as a value of its own, an open range.</summary>
internal sealed class SignTest(int at, string sign, Node operand) : Node(at, operand)
{
    public override FeelType Check(Checking checking) => new FeelType.Range(operand.Check(checking));

    public bool? Holds(object? value, Frame frame) => Comparison.Holds(value, sign, operand.Value(frame), frame.Run);

    protected override object? Evaluate(Frame frame)
    {
        var bound = operand.Value(frame);
        return sign switch
        {
            "<" or "<=" => new FeelRange(null, false, bound, sign == "<=", HasStart: false),
            ">" or ">=" => new FeelRange(bound, sign == ">=", null, false, HasEnd: false),
            "=" => new FeelRange(bound, true, bound, true),
            _ => frame.Run.Null("{0} is a test only right of in", sign),
        };
    }
}
