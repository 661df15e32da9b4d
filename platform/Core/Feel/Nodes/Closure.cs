namespace Platform.Core.Feel.Nodes;

/// <summary>A function defined in an expression, with the names it was defined among.</summary>
internal sealed class Closure(IReadOnlyList<FunctionNode.Parameter> parameters, FeelType.Function type, Node body, Frame frame) : FeelFunction, ICallable
{
    public override IReadOnlyList<string> Parameters { get; } = [.. parameters.Select(p => p.Name)];

    internal override FeelType.Function Type => type;

    public object? Call(IReadOnlyList<object?> arguments, Run run)
    {
        if (arguments.Count != parameters.Count)
        {
            return run.Null("The function takes {0} arguments, found {1}", parameters.Count, arguments.Count);
        }
        Dictionary<string, object?> values = new(parameters.Count, StringComparer.Ordinal);
        for (var i = 0; i < parameters.Count; i++)
        {
            if (Conversion.TryTo(parameters[i].Type, arguments[i], out var value))
            {
                values[parameters[i].Name] = value;
            }
            else
            {
                return run.Null("{0} takes {1}, found {2}", parameters[i].Name, parameters[i].Type, Kind.Name(arguments[i]));
            }
        }
        return body.Value(frame.With(values));
    }

    public object? Call(IReadOnlyList<KeyValuePair<string, object?>> arguments, Run run)
    {
        var byName = arguments.DistinctBy(a => a.Key).ToDictionary(a => a.Key, a => a.Value);
        return byName.Count == arguments.Count && byName.Count == Parameters.Count && Parameters.All(byName.ContainsKey)
            ? Call([.. Parameters.Select(p => byName[p])], run)
            : run.Null("The function takes {0}", string.Join(", ", Parameters));
    }
}
