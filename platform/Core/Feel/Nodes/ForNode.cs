namespace Platform.Core.Feel.Nodes;

/// <summary><c>for x in list return …</c>; <c>partial</c> holds the results so far.</summary>
internal sealed class ForNode(int at, IReadOnlyList<Iteration> iterations, Node body) : Node(at, [.. Iterations.Parts(iterations), body])
{
    public const string Partial = "partial";

    public override FeelType Check(Checking checking) => new FeelType.List(Iterations.Check(iterations, checking, () =>
        checking.Within(new Dictionary<string, FeelType> { [Partial] = new FeelType.List(FeelType.Any) }, () => body.Check(checking))));

    protected override object? Evaluate(Frame frame)
    {
        List<object?> results = [];
        return Iterations.Each(iterations, frame, inner => Add(results, inner)) ? results : null;
    }

    private bool Add(List<object?> results, Frame frame)
    {
        results.Add(body.Value(frame.With(Partial, new Prefix(results, results.Count))));
        frame.Run.Grow(results.Count);
        return true;
    }
}
