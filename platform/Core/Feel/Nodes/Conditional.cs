namespace Platform.Core.Feel.Nodes;

/// <summary><c>if … then … else …</c>; a condition that is not known counts as false.</summary>
internal sealed class Conditional(int at, Node condition, Node then, Node otherwise) : Node(at, condition, then, otherwise)
{
    public override FeelType Check(Checking checking)
    {
        if (condition.Check(checking) is var type && !Types.Fits(type, FeelType.Boolean))
        {
            checking.Error(condition.At, "Expected true or false after if, found {0}", type);
        }
        return Types.Either(then.Check(checking), otherwise.Check(checking));
    }

    protected override object? Evaluate(Frame frame) =>
        condition.Value(frame) is true ? then.Value(frame) : otherwise.Value(frame);
}
