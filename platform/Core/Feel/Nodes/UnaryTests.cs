namespace Platform.Core.Feel.Nodes;

/// <summary>Tests of one value, which they know as <c>?</c>; none at all hold for every value.</summary>
internal sealed class UnaryTests(int at, IReadOnlyList<Node> tests, bool negated) : Node(at, [.. tests])
{
    public const string Subject = "?";

    public override FeelType Check(Checking checking)
    {
        var value = checking.TypeOf(Subject, out _) ?? FeelType.Any;
        checking.Reads.Add(Subject);
        foreach (var test in tests)
        {
            if (test.Check(checking) is var type && type != FeelType.Boolean)
            {
                Membership.CheckTest(test.At, type, value, checking);
            }
        }
        return FeelType.Boolean;
    }

    protected override object? Evaluate(Frame frame)
    {
        frame.TryGet(Subject, out var value);
        bool? holds = tests.Count == 0;
        foreach (var test in tests)
        {
            holds = Three.Or(holds, Holds(test, value, frame));
        }
        return negated ? !holds : holds;
    }

    // A test that comes out true by itself, such as ? > 3, holds; any other is looked for as in x in test.
    private static bool? Holds(Node test, object? value, Frame frame)
    {
        if (test is SignTest sign)
        {
            return sign.Holds(value, frame);
        }
        var result = test.Value(frame);
        return result is bool holds && value is not bool ? holds : Membership.In(value, result, frame.Run);
    }
}
