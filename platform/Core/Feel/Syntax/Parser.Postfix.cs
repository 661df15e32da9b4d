using Platform.Core.Feel.Nodes;

namespace Platform.Core.Feel.Syntax;

/// <summary>What follows a value: <c>.member</c>, <c>[filter]</c>, <c>(arguments)</c>.</summary>
internal sealed partial class Parser
{
    private Node Postfix()
    {
        var value = Primary();
        while (true)
        {
            var at = Current.Start;
            if (TrySign("."))
            {
                value = new PathNode(at, value, Member());
            }
            else if (Current.IsSign("[") && !EndsRange())
            {
                value = Filter(value, at);
            }
            else if (TrySign("("))
            {
                value = Invocation(value, at);
            }
            else
            {
                return value;
            }
        }
    }

    private string Member()
    {
        if (Current.Kind != TokenKind.Word)
        {
            throw Unexpected("a name");
        }
        return KnownName(_members) ?? Take().Text;
    }

    // In [1..2[ the last bracket closes the range: then no expression follows it.
    private bool EndsRange() => _inRange && Peek() is var next && next.Kind switch
    {
        TokenKind.End => true,
        TokenKind.Sign => next.Text is not ("(" or "[" or "{" or "-"),
        TokenKind.Word => next.Text is "and" or "or" or "in" or "then" or "else" or "return" or "satisfies" or "instance" or "between",
        _ => false,
    };

    private Filter Filter(Node list, int at)
    {
        Sign("[");
        var condition = Enclosed(() => Within(new Names(_names, _members).With(["item"]), Expression));
        Sign("]");
        return new Filter(at, list, condition);
    }

    private Node Invocation(Node function, int at) => StartsNamed()
        ? new NamedInvocation(at, function, Enclosed(NamedArguments))
        : new Invocation(at, function, Enclosed(Arguments));

    /// <summary>Reads what stands in brackets of its own, where no range is waiting for its end.</summary>
    private T Enclosed<T>(Func<T> read)
    {
        var outer = _inRange;
        _inRange = false;
        var result = read();
        _inRange = outer;
        return result;
    }

    private bool StartsNamed()
    {
        var ahead = 0;
        while (Peek(ahead).InName)
        {
            ahead++;
        }
        return ahead > 0 && Peek(ahead).IsSign(":");
    }

    private List<Node> Arguments()
    {
        List<Node> arguments = [];
        if (TrySign(")"))
        {
            return arguments;
        }
        do
        {
            arguments.Add(Expression());
        }
        while (TrySign(","));
        Sign(")");
        return arguments;
    }

    private List<(string Name, Node Value)> NamedArguments()
    {
        List<(string, Node)> arguments = [];
        do
        {
            var name = NewName(_ => false);
            Sign(":");
            arguments.Add((name, Expression()));
        }
        while (TrySign(","));
        Sign(")");
        return arguments;
    }
}
