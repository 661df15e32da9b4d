namespace Platform.Core.Feel.Syntax;

/// <summary>Types, as <c>instance of</c> and parameters name them.</summary>
internal sealed partial class Parser
{
    private static readonly Names TypeNames = new Names().With(["date and time", "years and months duration", "days and time duration", "year month duration", "day time duration"]);

    private FeelType Type()
    {
        if (++_nested > MostNested)
        {
            throw new FeelSyntaxException(Current.Start, "Nested too deep: at most {0} levels", MostNested);
        }
        if (Current.Kind != TokenKind.Word)
        {
            throw Unexpected("a type");
        }
        var name = KnownName(TypeNames) ?? Take().Text;
        var type = name switch
        {
            "list" => new FeelType.List(Of()),
            "range" => new FeelType.Range(Of()),
            "context" => ContextType(),
            "function" => FunctionType(),
            _ => Simple(name) ?? UnknownType(name),
        };
        _nested--;
        return type;
    }

    private static FeelType? Simple(string name) => name switch
    {
        "Any" => FeelType.Any,
        "Null" => FeelType.Null,
        "number" => FeelType.Number,
        "string" => FeelType.String,
        "boolean" => FeelType.Boolean,
        "date" => FeelType.Date,
        "time" => FeelType.Time,
        "date and time" => FeelType.DateTime,
        "years and months duration" or "year month duration" => FeelType.YearsMonthsDuration,
        "days and time duration" or "day time duration" => FeelType.DaysTimeDuration,
        _ => null,
    };

    // Types with names of their own belong to a decision model, which an expression alone does not have.
    private FeelSyntaxException UnknownTypeError(string name) =>
        new(_tokens[_next - 1].Start, "Expected a type such as number, string or date, found {0}", name);

    private FeelType UnknownType(string name) => throw UnknownTypeError(name);

    private FeelType Of()
    {
        if (!TrySign("<"))
        {
            return FeelType.Any;
        }
        var of = Type();
        Sign(">");
        return of;
    }

    private FeelType.Context ContextType()
    {
        if (!TrySign("<"))
        {
            return new(null);
        }
        Dictionary<string, FeelType> members = new(StringComparer.Ordinal);
        do
        {
            var name = Current.Kind == TokenKind.Text ? Take().Text : NewName(_ => false);
            Sign(":");
            members[name] = Type();
        }
        while (TrySign(","));
        Sign(">");
        return new(members);
    }

    private FeelType.Function FunctionType()
    {
        if (!TrySign("<"))
        {
            return new(null, FeelType.Any);
        }
        List<FeelType> parameters = [];
        while (!TrySign(">"))
        {
            parameters.Add(Type());
            if (!Current.IsSign(">"))
            {
                Sign(",");
            }
        }
        Sign("->");
        return new(parameters, Type());
    }
}
