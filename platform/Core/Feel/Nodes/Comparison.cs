namespace Platform.Core.Feel.Nodes;

/// <summary><c>= != &lt; &lt;= &gt; &gt;=</c>.</summary>
internal sealed class Comparison(int at, string sign, Node left, Node right) : Node(at, left, right)
{
    public override FeelType Check(Checking checking)
    {
        var (a, b) = (left.Check(checking), right.Check(checking));
        if (!Types.Fits(a, b))
        {
            checking.Error(At, "{0} compares two values of one type, found {1} and {2}", sign, a, b);
        }
        else if (sign is not ("=" or "!="))
        {
            CheckOrder(Types.Unknown(a) ? b : a, checking);
        }
        return FeelType.Boolean;
    }

    protected override object? Evaluate(Frame frame)
    {
        var (a, b) = (left.Value(frame), right.Value(frame));
        frame.Run.SpendOn(a);
        if (Holds(a, sign, b, frame.Run) is { } holds)
        {
            return holds;
        }
        return a is null || b is null
            ? frame.Run.NullFrom("{0} cannot compare null", sign)
            : frame.Run.Null("{0} cannot compare {1} with {2}", sign, Kind.Name(a), Kind.Name(b));
    }

    /// <summary>True, false, or null when the two cannot be compared.</summary>
    public static bool? Holds(object? left, string sign, object? right, Run run) => sign switch
    {
        "=" => Equality.Equal(left, right, run),
        "!=" => !Equality.Equal(left, right, run),
        "<" => Order.Compare(left, right) is { } order ? order < 0 : null,
        "<=" => Order.Compare(left, right) is { } order ? order <= 0 : null,
        ">" => Order.Compare(left, right) is { } order ? order > 0 : null,
        _ => Order.Compare(left, right) is { } order ? order >= 0 : null,
    };

    private void CheckOrder(FeelType type, Checking checking)
    {
        if (type is not FeelType.Scalar || type == FeelType.Boolean)
        {
            checking.Error(At, "{0} compares numbers, texts, dates, times or durations, found {1}", sign, type);
        }
    }
}
