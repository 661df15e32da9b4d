using Platform.Core.Feel.Nodes;

namespace Platform.Core.Feel.Syntax;

/// <summary>The forms that begin with a keyword.</summary>
internal sealed partial class Parser
{
    private Node? Keyword() => Current.Text switch
    {
        "true" => new Literal(Take().Start, true),
        "false" => new Literal(Take().Start, false),
        "null" => new Literal(Take().Start, null),
        "if" => If(),
        "for" => For(),
        "some" or "every" => Quantified(),
        "function" when Peek().IsSign("(") => Function(),
        _ => null,
    };

    private Conditional If()
    {
        var at = Take().Start;
        var condition = Expression();
        Word("then");
        var then = Expression();
        Word("else");
        return new Conditional(at, condition, then, Expression());
    }

    private ForNode For()
    {
        var at = Take().Start;
        var names = new Names(_names);
        var iterations = Iterations(names);
        Word("return");
        names.Add(ForNode.Partial);
        return new ForNode(at, iterations, Within(names, Expression));
    }

    private Quantified Quantified()
    {
        var word = Take();
        var names = new Names(_names);
        var iterations = Iterations(names);
        Word("satisfies");
        return new Quantified(word.Start, word.Text == "every", iterations, Within(names, Expression));
    }

    private List<Iteration> Iterations(Names names)
    {
        List<Iteration> iterations = [];
        do
        {
            iterations.Add(Within(names, Iteration));
        }
        while (TrySign(","));
        return iterations;
    }

    private Iteration Iteration()
    {
        var name = NewName(t => t.IsWord("in"));
        Word("in");
        var domain = Expression();
        var end = TrySign("..") ? Expression() : null;
        _names.Add(name);
        return new Iteration(name, domain, end);
    }

    private Node Function()
    {
        var at = Take().Start;
        Sign("(");
        var names = new Names(_names);
        var parameters = Parameters(names);
        var isExternal = TryWord("external");
        var body = Within(names, Expression);
        return isExternal ? new Literal(at, null, "Functions defined outside the expression are not called") : new FunctionNode(at, parameters, body);
    }

    private List<FunctionNode.Parameter> Parameters(Names names)
    {
        List<FunctionNode.Parameter> parameters = [];
        if (TrySign(")"))
        {
            return parameters;
        }
        do
        {
            var name = NewName(_ => false);
            names.Add(name);
            parameters.Add(new(name, TrySign(":") ? Type() : FeelType.Any));
        }
        while (TrySign(","));
        Sign(")");
        return parameters;
    }
}
