namespace Platform.Core.Feel.Nodes;

/// <summary><c>some</c> (a long or) and <c>every</c> (a long and) of what is said of each item.</summary>
internal sealed class Quantified(int at, bool every, IReadOnlyList<Iteration> iterations, Node condition)
    : Node(at, [.. Iterations.Parts(iterations), condition])
{
    public override FeelType Check(Checking checking)
    {
        var type = Iterations.Check(iterations, checking, () => condition.Check(checking));
        return Types.Fits(type, FeelType.Boolean) ? FeelType.Boolean : checking.Error(condition.At, "Expected true or false after satisfies, found {0}", type);
    }

    protected override object? Evaluate(Frame frame)
    {
        bool? holds = every;
        var whole = Iterations.Each(iterations, frame, inner =>
        {
            holds = Joined(holds, condition.Value(inner) as bool?);
            return holds != !every;
        });
        return whole || holds == !every ? holds : null;
    }

    private bool? Joined(bool? soFar, bool? one) => every ? Three.And(soFar, one) : Three.Or(soFar, one);
}
