using Platform.Core.Feel.Functions;

namespace Platform.Core.Feel.Nodes;

/// <summary>A variable, or a built-in function as a value.</summary>
internal sealed class NameNode(int at, string name) : Node(at), IReadable
{
    public string Name => name;

    public override FeelType Check(Checking checking)
    {
        var (type, path) = Resolve(checking);
        if (path is not null)
        {
            checking.Reads.Add(path);
        }
        return type ?? (BuiltIns.Find(name) is null ? Unknown(checking) : new FeelType.Function(null, FeelType.Any));
    }

    public (FeelType? Type, string? Path) Resolve(Checking checking)
    {
        var type = checking.TypeOf(name, out var isRoot);
        return (type, isRoot ? name : null);
    }

    protected override object? Evaluate(Frame frame) => frame.TryGet(name, out var value)
        ? value ?? frame.Run.NullFrom("{0} has no value", name)
        : BuiltIns.Find(name) ?? frame.Run.Null("The name {0} is not known", name);

    private FeelType Unknown(Checking checking) => Spelling.Nearest(name, checking.Known().Concat(BuiltIns.Names)) is { } near
        ? checking.Error(At, "The name {0} is not known; did you mean {1}?", name, near)
        : checking.Error(At, "The name {0} is not known; expected the name of an answer, a fact or a function", name);
}
