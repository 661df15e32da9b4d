namespace Platform.Core.Feel.Nodes;

/// <summary>Three-valued: what is neither true nor false counts as not known (DMN 1.4, table 50).</summary>
internal abstract class Logic(int at, Node left, Node right, bool decisive) : Node(at, left, right)
{
    public override FeelType Check(Checking checking)
    {
        foreach (var operand in new[] { left, right })
        {
            if (operand.Check(checking) is var type && !Types.Fits(type, FeelType.Boolean))
            {
                checking.Error(operand.At, "Expected true or false, found {0}", type);
            }
        }
        return FeelType.Boolean;
    }

    /// <summary>One decisive operand decides, whatever the other is.</summary>
    protected override object? Evaluate(Frame frame)
    {
        var first = left.Value(frame);
        if (first is bool a && a == decisive)
        {
            return decisive;
        }
        var second = right.Value(frame);
        if (second is bool b && b == decisive)
        {
            return decisive;
        }
        return first is bool && second is bool ? !decisive : Unknown(frame.Run, first is bool ? second : first);
    }

    private static object? Unknown(Run run, object? operand) => operand is null
        ? run.NullFrom("Expected true or false, found null")
        : run.Null("Expected true or false, found a {0}", Kind.Name(operand));
}

internal sealed class Conjunction(int at, Node left, Node right) : Logic(at, left, right, false);

internal sealed class Disjunction(int at, Node left, Node right) : Logic(at, left, right, true);
