namespace Platform.Core.Feel.Nodes;

/// <summary><c>x instance of type</c>; null is an instance of none but <c>Null</c>.</summary>
internal sealed class InstanceOf(int at, Node operand, FeelType type) : Node(at, operand)
{
    public override FeelType Check(Checking checking)
    {
        operand.Check(checking);
        return FeelType.Boolean;
    }

    protected override object? Evaluate(Frame frame) =>
        operand.Value(frame) is { } value ? Kind.Conforms(value, type) : type == FeelType.Null;
}
