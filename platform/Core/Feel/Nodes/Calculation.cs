namespace Platform.Core.Feel.Nodes;

/// <summary><c>+ - * / **</c>.</summary>
internal sealed class Calculation(int at, string sign, Node left, Node right) : Node(at, left, right)
{
    public override FeelType Check(Checking checking)
    {
        var (a, b) = (left.Check(checking), right.Check(checking));
        return ArithmeticTypes.Of(a, sign, b) ?? checking.Error(At, "{0} has no result for {1} and {2}", sign, a, b);
    }

    protected override object? Evaluate(Frame frame)
    {
        var (a, b) = (left.Value(frame), right.Value(frame));
        try
        {
            return Calculate(a, b) is { } result ? Bounded(result, frame.Run) : None(a, b, frame.Run);
        }
        catch (DivideByZeroException)
        {
            return frame.Run.Null("Division by zero");
        }
        catch (Exception e) when (e is OverflowException or ArgumentOutOfRangeException)
        {
            return frame.Run.Null("The result of {0} is too large", sign);
        }
    }

    private object? Calculate(object? a, object? b) => sign switch
    {
        "+" => Arithmetic.Add(a, b),
        "-" => Arithmetic.Subtract(a, b),
        "*" => Arithmetic.Multiply(a, b),
        "/" => Arithmetic.Divide(a, b),
        _ => Arithmetic.Power(a, b),
    };

    private static object Bounded(object result, Run run)
    {
        if (result is string text)
        {
            run.SpendOn(text);
            run.Fits(text.Length);
        }
        return result;
    }

    private object? None(object? a, object? b, Run run) => a is null || b is null
        ? run.NullFrom("{0} has no result for null", sign)
        : run.Null("{0} has no result for {1} and {2}", sign, Kind.Name(a), Kind.Name(b));
}
