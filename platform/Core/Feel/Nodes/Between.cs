namespace Platform.Core.Feel.Nodes;

/// <summary><c>x between a and b</c>: <c>x &gt;= a and x &lt;= b</c>.</summary>
internal sealed class Between(int at, Node value, Node low, Node high) : Node(at, value, low, high)
{
    public override FeelType Check(Checking checking)
    {
        var type = value.Check(checking);
        foreach (var bound in new[] { low, high })
        {
            if (bound.Check(checking) is var found && !Types.Fits(found, type))
            {
                checking.Error(bound.At, "Expected {0}, found {1}", type, found);
            }
        }
        return FeelType.Boolean;
    }

    protected override object? Evaluate(Frame frame)
    {
        var (x, a, b) = (value.Value(frame), low.Value(frame), high.Value(frame));
        return Three.And(Comparison.Holds(x, ">=", a, frame.Run), Comparison.Holds(x, "<=", b, frame.Run))
            ?? frame.Run.NullFrom("between cannot compare {0} with {1} and {2}", Kind.Name(x), Kind.Name(a), Kind.Name(b));
    }
}
