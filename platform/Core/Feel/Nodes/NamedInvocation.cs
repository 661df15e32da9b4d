using Platform.Core.Feel.Functions;

namespace Platform.Core.Feel.Nodes;

/// <summary><c>f(a: 1, b: 2)</c>.</summary>
internal sealed class NamedInvocation(int at, Node function, IReadOnlyList<(string Name, Node Value)> arguments)
    : Node(at, [function, .. arguments.Select(a => a.Value)])
{
    public override FeelType Check(Checking checking)
    {
        var given = arguments.Select(a => new Argument(a.Name, a.Value.Check(checking), a.Value)).ToList();
        if (Callee.BuiltIn(function, checking) is { } known)
        {
            return known.Check(At, given, checking);
        }
        return function.Check(checking) is FeelType.Function defined ? defined.Result : FeelType.Any;
    }

    protected override object? Evaluate(Frame frame)
    {
        var callee = Callee.Of(function, frame);
        var values = arguments.Select(a => KeyValuePair.Create(a.Name, a.Value.Value(frame))).ToList();
        return callee?.Call(values, frame.Run);
    }
}
