namespace Platform.Core.Feel.Nodes;

/// <summary><c>@"2026-01-31"</c>: a date, time, date and time, or duration.</summary>
internal sealed class AtLiteral(int at, string text) : Node(at)
{
    private const string NoMoment = "Expected a date, time or duration such as @\"2026-01-31\", found @\"{0}\"";
    private readonly object? _value = TemporalText.Any(text);

    public override FeelType Check(Checking checking) =>
        _value is null ? checking.Error(At, NoMoment, text) : Kind.Scalar(_value);

    protected override object? Evaluate(Frame frame) => _value ?? frame.Run.Null(NoMoment, text);
}
