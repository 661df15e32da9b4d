namespace Platform.Core.Feel.Nodes;

/// <summary><c>list[2]</c> picks by place, <c>list[-1]</c> from the end; <c>list[x &gt; 1]</c> keeps what the condition is true of.</summary>
internal sealed class Filter(int at, Node list, Node condition) : Node(at, list, condition)
{
    public override FeelType Check(Checking checking)
    {
        var type = list.Check(checking);
        var by = checking.WithinItem(Types.ItemOf(type), () => condition.Check(checking));
        if (by == FeelType.Number)
        {
            return Types.ItemOf(type);
        }
        if (!Types.Fits(by, FeelType.Boolean))
        {
            checking.Error(condition.At, "Expected a condition or a place in the list, found {0}", by);
        }
        return Types.Unknown(by) ? FeelType.Any : type is FeelType.List ? type : new FeelType.List(Types.ItemOf(type));
    }

    protected override object? Evaluate(Frame frame)
    {
        var items = list.Value(frame) switch { null => [], IReadOnlyList<object?> many => many, var one => [one] };
        if (items.Count == 0)
        {
            return condition.Value(frame.WithItem(null)) is decimal ? frame.Run.Null("The list is empty") : items;
        }
        return condition.Value(frame.WithItem(items[0])) switch
        {
            decimal place => Pick(items, place, frame.Run),
            null or bool => items.Where(item => condition.Value(frame.WithItem(item)) is true).ToList(),
            var other => frame.Run.Null("Expected a condition or a place in the list, found {0}", Kind.Name(other)),
        };
    }

    private static object? Pick(IReadOnlyList<object?> items, decimal place, Run run)
    {
        var index = place < 0 ? items.Count + place : place - 1;
        return index >= 0 && index < items.Count && index == decimal.Truncate(index)
            ? items[(int)index]
            : run.Null("The list of {0} has no item {1}", items.Count, place);
    }
}
