namespace Platform.Core.Feel.Nodes;

/// <summary><c>function(a, b: number) a + b</c>.</summary>
internal sealed class FunctionNode(int at, IReadOnlyList<FunctionNode.Parameter> parameters, Node body) : Node(at, body)
{
    public override FeelType Check(Checking checking)
    {
        var names = parameters.DistinctBy(p => p.Name).ToDictionary(p => p.Name, p => p.Type);
        return new FeelType.Function([.. parameters.Select(p => p.Type)], checking.Within(names, () => body.Check(checking)));
    }

    protected override object? Evaluate(Frame frame) => new Closure(parameters, body, frame);

    internal sealed record Parameter(string Name, FeelType Type);
}
