namespace Platform.Core.Feel.Nodes;

/// <summary><c>[1..3]</c>; a round or outward bracket leaves its bound out.</summary>
internal sealed class RangeNode(int at, bool startIncluded, Node? start, Node? end, bool endIncluded) : Node(at, start, end)
{
    /// <summary>Both bounds stand there as they are, with nothing to work out: what <c>range()</c> accepts.</summary>
    public bool IsLiteral => IsLiteralBound(start) && IsLiteralBound(end);

    public override FeelType Check(Checking checking)
    {
        var (from, to) = (start?.Check(checking) ?? FeelType.Null, end?.Check(checking) ?? FeelType.Null);
        if (!Types.Fits(from, to))
        {
            checking.Error(At, "Expected two bounds of one type, found {0} and {1}", from, to);
        }
        return new FeelType.Range(Types.Either(from, to));
    }

    protected override object? Evaluate(Frame frame)
    {
        var (from, to) = (start?.Value(frame), end?.Value(frame));
        return from is null || to is null || Order.Compare(from, to) is not null
            ? new FeelRange(from, startIncluded, to, endIncluded, start is not null, end is not null)
            : frame.Run.Null("{0} and {1} are no bounds of one range", Kind.Name(from), Kind.Name(to));
    }

    private static bool IsLiteralBound(Node? bound) => bound switch
    {
        null or Literal or AtLiteral => true,
        Negation negation => negation.IsLiteral,
        Invocation call => call.IsLiteralMoment,
        _ => false,
    };
}
