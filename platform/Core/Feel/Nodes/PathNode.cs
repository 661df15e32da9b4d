namespace Platform.Core.Feel.Nodes;

/// <summary><c>person.name</c>: a member of a context, a property of a value, or either of every item of a list.</summary>
internal sealed class PathNode(int at, Node source, string member) : Node(at, source), IReadable
{
    public override FeelType Check(Checking checking)
    {
        // The longest path through contexts is what is read, not each step on the way.
        var (type, path) = Resolve(checking);
        if (path is null || type is null)
        {
            return TypeOf(source.Check(checking), checking);
        }
        checking.Reads.Add(path);
        return type;
    }

    public (FeelType? Type, string? Path) Resolve(Checking checking)
    {
        if (source is not IReadable readable || readable.Resolve(checking) is not ({ } type, { } path))
        {
            return (null, null);
        }
        return type switch
        {
            FeelType.Context { Members: { } members } => members.TryGetValue(member, out var found) ? (found, $"{path}.{member}") : (null, null),
            FeelType.Context => (FeelType.Any, $"{path}.{member}"),
            _ => type == FeelType.Any ? (type, $"{path}.{member}") : (null, null),
        };
    }

    protected override object? Evaluate(Frame frame) => Of(source.Value(frame), frame.Run);

    private object? Of(object? value, Run run)
    {
        if (value is not IReadOnlyList<object?> list)
        {
            return One(value, run);
        }
        run.Spend(list.Count);
        return list.Select(item => One(item, run)).ToList();
    }

    private object? One(object? value, Run run) => value switch
    {
        null => run.NullFrom("{0} is asked of null", member),
        IReadOnlyDictionary<string, object?> context => context.TryGetValue(member, out var found)
            ? found ?? run.NullFrom("{0} has no value", member)
            : run.Null("The context has no member {0}", member),
        _ => Properties.Of(value, member) ?? run.Null("A {0} has no {1}", Kind.Name(value), member),
    };

    private FeelType TypeOf(FeelType type, Checking checking) => type switch
    {
        FeelType.List list => new FeelType.List(TypeOf(list.Of, checking)),
        FeelType.Context { Members: { } members } => members.TryGetValue(member, out var found) ? found : Missing(members.Keys, checking),
        FeelType.Context => FeelType.Any,
        _ => Types.Unknown(type) ? FeelType.Any
            : Properties.TypeOf(type, member) ?? checking.Error(At, "{0} has no member {1}", type, member),
    };

    private FeelType Missing(IEnumerable<string> known, Checking checking) =>
        checking.Error(At, "There is no member {0}; expected one of {1}", member, string.Join(", ", known.Order(StringComparer.Ordinal)));
}
