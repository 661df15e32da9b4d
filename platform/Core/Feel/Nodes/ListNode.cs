namespace Platform.Core.Feel.Nodes;

/// <summary><c>[1, 2]</c>.</summary>
internal sealed class ListNode(int at, IReadOnlyList<Node> items) : Node(at, [.. items])
{
    public override FeelType Check(Checking checking) => new FeelType.List(items.Count == 0
        ? FeelType.Any
        : items.Select(i => i.Check(checking)).ToList().Aggregate(Types.Either));

    protected override object? Evaluate(Frame frame)
    {
        frame.Run.Grow(items.Count);
        var values = new object?[items.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = items[i].Value(frame);
        }
        return values;
    }
}
