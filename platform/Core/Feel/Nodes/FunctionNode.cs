namespace Platform.Core.Feel.Nodes;

/// <summary><c>function(a, b: number) a + b</c>.</summary>
internal sealed class FunctionNode(int at, IReadOnlyList<FunctionNode.Parameter> parameters, Node body) : Node(at, body)
{
    private FeelType _result = FeelType.Any;

    private FeelType.Function Type => new([.. parameters.Select(p => p.Type)], _result);

    public override FeelType Check(Checking checking)
    {
        var names = parameters.DistinctBy(p => p.Name).ToDictionary(p => p.Name, p => p.Type);
        _result = checking.Within(names, () => body.Check(checking));
        return Type;
    }

    protected override object? Evaluate(Frame frame) => new Closure(parameters, Type, body, frame);

    internal sealed record Parameter(string Name, FeelType Type);
}
