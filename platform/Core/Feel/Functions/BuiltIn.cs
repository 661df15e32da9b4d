using Platform.Core.Feel.Nodes;

namespace Platform.Core.Feel.Functions;

/// <summary>A function of the standard: one name, one or more signatures, of which the first that fits is called.</summary>
internal sealed class BuiltIn(string name, IReadOnlyList<Signature> signatures) : FeelFunction, ICallable
{
    public override IReadOnlyList<string> Parameters { get; } = [.. signatures[0].Parameters.Select(p => p.Name)];

    internal override FeelType.Function Type { get; } = new([.. signatures[0].Parameters.Select(p => p.Type)], signatures[0].Result);

    public object? Call(IReadOnlyList<object?> arguments, Run run) =>
        Call(s => s.Bind(arguments), arguments.Any(a => a is null), run);

    public object? Call(IReadOnlyList<KeyValuePair<string, object?>> arguments, Run run) =>
        Call(s => s.Bind(arguments), arguments.Any(a => a.Value is null), run);

    /// <summary>The type of the result; a call that can fit no signature is a mistake.</summary>
    public FeelType Check(int at, IReadOnlyList<Argument> arguments, Checking checking)
    {
        var candidates = signatures.Where(s => Takes(s, arguments)).ToList();
        if (candidates.Count == 0)
        {
            return checking.Error(at, "Expected {0}", string.Join(" or ", signatures));
        }
        var fitting = candidates.Where(s => Misfit(s, arguments) is null).ToList();
        if (fitting.Count == 0)
        {
            return Mistake(candidates[0], arguments, checking);
        }
        var types = arguments.Select(a => a.Type).ToList();
        return fitting.Select(s => s.ResultFrom?.Invoke(types) ?? s.Result).Aggregate(Types.Either);
    }

    private object? Call(Func<Signature, object?[]?> bind, bool givenNull, Run run)
    {
        foreach (var signature in signatures)
        {
            if (bind(signature) is { } values)
            {
                return Call(signature, new Call(values, run));
            }
        }
        var usage = string.Join(" or ", signatures);
        return givenNull ? run.NullFrom("{0} was given null; expected {1}", name, usage) : run.Null("Expected {0}", usage);
    }

    private object? Call(Signature signature, Call call)
    {
        foreach (var value in call.Values)
        {
            call.Run.SpendOn(value);
        }
        try
        {
            return signature.Body(call) ?? call.Run.NullFrom("{0} has no result for this", name);
        }
        catch (Exception e) when (e is OverflowException or ArgumentOutOfRangeException or DivideByZeroException)
        {
            return call.Null("The result of {0} is too large", name);
        }
    }

    private static bool Takes(Signature signature, IReadOnlyList<Argument> arguments) => arguments.Any(a => a.Name is not null)
        ? signature.TakesNames([.. arguments.Select(a => a.Name!)])
        : signature.TakesCount(arguments.Count);

    private static (Argument Argument, Parameter Parameter)? Misfit(Signature signature, IReadOnlyList<Argument> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            if (signature.For(i, arguments[i].Name)! is var parameter && !Types.FitsArgument(arguments[i].Type, parameter.Type))
            {
                return (arguments[i], parameter);
            }
        }
        return null;
    }

    private FeelType Mistake(Signature signature, IReadOnlyList<Argument> arguments, Checking checking)
    {
        var (argument, parameter) = Misfit(signature, arguments)!.Value;
        return checking.Error(argument.Node.At, "Expected {0} as {1} of {2}, found {3}", parameter.Type, parameter.Name, name, argument.Type);
    }
}
