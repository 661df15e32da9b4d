using Platform.Core.Feel.Functions;

namespace Platform.Core.Feel.Nodes;

/// <summary><c>f(1, 2)</c>.</summary>
internal sealed class Invocation(int at, Node function, IReadOnlyList<Node> arguments) : Node(at, [function, .. arguments])
{
    private static readonly string[] Moments = ["date", "time", "date and time", "duration"];

    /// <summary>A date, time or duration made from a text as written.</summary>
    public bool IsLiteralMoment => function is NameNode name && Moments.Contains(name.Name) && arguments is [Literal];

    public override FeelType Check(Checking checking)
    {
        var types = arguments.Select(a => a.Check(checking)).ToList();
        return Callee.BuiltIn(function, checking) is { } known
            ? known.Check(At, arguments.Select((a, i) => new Argument(null, types[i], a)).ToList(), checking)
            : Callee.CheckDefined(At, function, types, checking);
    }

    protected override object? Evaluate(Frame frame)
    {
        var callee = Callee.Of(function, frame);
        var values = new object?[arguments.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = arguments[i].Value(frame);
        }
        return callee?.Call(values, frame.Run);
    }
}
