namespace Platform.Core.Feel.Functions;

/// <summary>One way to call a built-in function.</summary>
/// <param name="Result">The type of what it gives.</param>
internal sealed record Signature(string Name, FeelType Result, Parameter[] Parameters, Func<Call, object?> Body)
{
    /// <summary>The type of the result where it follows from those of the arguments.</summary>
    public Func<IReadOnlyList<FeelType>, FeelType>? ResultFrom { get; init; }

    private bool TakesMany => Parameters is [.., { IsMany: true }];

    public override string ToString() => $"{Name}({string.Join(", ", (IEnumerable<Parameter>)Parameters)})";

    public bool TakesCount(int count) =>
        count >= Parameters.Count(p => !p.IsOptional) && (TakesMany || count <= Parameters.Length);

    /// <summary>The parameter an argument goes to; null if there is none of that name or place.</summary>
    public Parameter? For(int place, string? name) => name is null
        ? Parameters[Math.Min(place, Parameters.Length - 1)]
        : Array.Find(Parameters, p => p.Name == name);

    public bool TakesNames(IReadOnlyCollection<string> names) =>
        names.Distinct().Count() == names.Count && names.All(n => For(0, n) is not null) && Parameters.All(p => p.IsOptional || names.Contains(p.Name));

    /// <summary>The values for the parameters; null if the arguments do not fit.</summary>
    public object?[]? Bind(IReadOnlyList<object?> arguments)
    {
        if (!TakesCount(arguments.Count))
        {
            return null;
        }
        var values = new object?[Parameters.Length];
        var single = TakesMany ? Parameters.Length - 1 : Parameters.Length;
        for (var i = 0; i < Math.Min(single, arguments.Count); i++)
        {
            if (!Take(Parameters[i], arguments[i], out values[i]))
            {
                return null;
            }
        }
        return !TakesMany || Gather(arguments, values, single) ? values : null;
    }

    public object?[]? Bind(IReadOnlyList<KeyValuePair<string, object?>> arguments)
    {
        if (!TakesNames([.. arguments.Select(a => a.Key)]))
        {
            return null;
        }
        var values = new object?[Parameters.Length];
        foreach (var (name, value) in arguments)
        {
            if (For(0, name)! is var parameter && !Take(parameter, value, out values[Array.IndexOf(Parameters, parameter)]))
            {
                return null;
            }
        }
        if (TakesMany)
        {
            values[^1] = new[] { values[^1] };
        }
        return values;
    }

    private bool Gather(IReadOnlyList<object?> arguments, object?[] values, int from)
    {
        var rest = new object?[arguments.Count - from];
        for (var i = 0; i < rest.Length; i++)
        {
            if (!Take(Parameters[^1], arguments[from + i], out rest[i]))
            {
                return false;
            }
        }
        values[^1] = rest;
        return true;
    }

    private static bool Take(Parameter parameter, object? argument, out object? value)
    {
        value = null;
        return argument is null ? parameter.IsNullable : Conversion.TryTo(parameter.Type, argument, out value);
    }
}
