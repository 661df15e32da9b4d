namespace Platform.Core.Feel.Nodes;

/// <summary>A number, text, true, false or null as written.</summary>
internal sealed class Literal(int at, object? value, string? nullReason = null, params object?[] args) : Node(at)
{
    public override FeelType Check(Checking checking)
    {
        if (nullReason is not null)
        {
            checking.Error(At, nullReason, args);
        }
        return value is null ? FeelType.Null : Kind.Scalar(value);
    }

    protected override object? Evaluate(Frame frame) => nullReason is null ? value : frame.Run.Null(nullReason, args);
}
