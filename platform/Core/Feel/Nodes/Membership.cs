namespace Platform.Core.Feel.Nodes;

/// <summary><c>x in tests</c>: true when one of the tests holds.</summary>
internal sealed class Membership(int at, Node value, IReadOnlyList<Node> tests) : Node(at, [value, .. tests])
{
    public override FeelType Check(Checking checking)
    {
        var type = value.Check(checking);
        foreach (var test in tests)
        {
            CheckTest(test.At, test.Check(checking), type, checking);
        }
        return FeelType.Boolean;
    }

    internal static void CheckTest(int at, FeelType type, FeelType value, Checking checking)
    {
        if (!Types.Fits(value, type) && !Types.Fits(value, Types.ItemOf(type)) && !Types.Fits(value, Types.ItemOf(Types.ItemOf(type))))
        {
            checking.Error(at, "Expected {0}, or a list or range of it, found {1}", value, type);
        }
    }

    protected override object? Evaluate(Frame frame)
    {
        var x = value.Value(frame);
        return Any(x, tests, frame) ?? frame.Run.NullFrom("in cannot tell of {0}", Kind.Name(x));
    }

    internal static bool? Any(object? value, IReadOnlyList<Node> tests, Frame frame)
    {
        bool? any = false;
        foreach (var test in tests)
        {
            any = Three.Or(any, test is SignTest sign ? sign.Holds(value, frame) : In(value, test.Value(frame), frame.Run));
        }
        return any;
    }

    internal static bool? In(object? value, object? test, Run run) => test switch
    {
        FeelRange range when value is not FeelRange => Ranges.Contains(range, value),
        IReadOnlyList<object?> list => InList(value, list, run),
        _ => Equality.Equal(value, test, run),
    };

    private static bool? InList(object? value, IReadOnlyList<object?> list, Run run)
    {
        run.Spend(list.Count);
        foreach (var item in list)
        {
            if (item is FeelRange ? In(value, item, run) is true : Equality.Same(value, item, run))
            {
                return true;
            }
        }
        return value is IReadOnlyList<object?> && Equality.Same(value, list, run);
    }
}
