using Platform.Core.Feel.Syntax;

namespace Platform.Core.Feel.Nodes;

/// <summary>A part of an expression: knows its type before, and its value at, evaluation.</summary>
internal abstract class Node
{
    private const int MostNested = 500;

    /// <param name="at">Offset in the text, where a mistake is pointed out.</param>
    protected Node(int at, params ReadOnlySpan<Node?> children)
    {
        At = at;
        foreach (var child in children)
        {
            Height = Math.Max(Height, child?.Height + 1 ?? 0);
        }
        // A sum of a hundred thousand terms is as deep as it is long.
        if (Height > MostNested)
        {
            throw new FeelSyntaxException(at, "Nested too deep: at most {0} levels", MostNested);
        }
    }

    public int At { get; }

    private int Height { get; }

    /// <summary>The type of the value, as far as known; notes every mistake on the way.</summary>
    public abstract FeelType Check(Checking checking);

    public object? Value(Frame frame)
    {
        frame.Run.Enter();
        var value = Evaluate(frame);
        frame.Run.Leave();
        return value;
    }

    protected abstract object? Evaluate(Frame frame);
}
