using Platform.Core.Feel.Nodes;

namespace Platform.Core.Feel.Syntax;

/// <summary>Operators, from the loosest: or, and, comparisons, + -, * /, **; all group from the left. A leading minus binds tighter than any.</summary>
internal sealed partial class Parser
{
    private const int Comparing = 3;
    private const int Adding = 4;

    private Node Operators(int loosest)
    {
        var left = Unary();
        while (Level(Current) is var level && level >= loosest)
        {
            left = Operator(left, Take(), level + 1);
        }
        return left;
    }

    private static int Level(Token token) => (token.Kind, token.Text) switch
    {
        (TokenKind.Word, "or") => 1,
        (TokenKind.Word, "and") => 2,
        (TokenKind.Word, "between" or "in") => Comparing,
        (TokenKind.Sign, "=" or "!=" or "<" or "<=" or ">" or ">=") => Comparing,
        (TokenKind.Sign, "+" or "-") => Adding,
        (TokenKind.Sign, "*" or "/") => 5,
        (TokenKind.Sign, "**") => 6,
        _ => 0,
    };

    private Node Operator(Node left, Token sign, int tighter) => sign.Text switch
    {
        "or" => new Disjunction(sign.Start, left, Operators(tighter)),
        "and" => new Conjunction(sign.Start, left, Operators(tighter)),
        "between" => Between(left, sign.Start),
        "in" => new Membership(sign.Start, left, Tests()),
        "+" or "-" or "*" or "/" or "**" => new Calculation(sign.Start, sign.Text, left, Operators(tighter)),
        _ => new Comparison(sign.Start, sign.Text, left, Operators(tighter)),
    };

    private Between Between(Node value, int at)
    {
        var low = Operators(Adding);
        Word("and");
        return new Between(at, value, low, Operators(Adding));
    }

    /// <summary>What stands right of <c>in</c>: one test, or several in parentheses.</summary>
    private List<Node> Tests()
    {
        if (IsTestSign(Current))
        {
            return [Test()];
        }
        if (!Current.IsSign("("))
        {
            return [Operators(Adding)];
        }
        var start = _next++;
        List<Node> tests = [Test()];
        while (TrySign(","))
        {
            tests.Add(Test());
        }
        if (tests.Count > 1 || tests[0] is SignTest)
        {
            Sign(")");
            return tests;
        }
        // One expression in parentheses, or a range: read again as the value it is.
        _next = start;
        return [Operators(Adding)];
    }

    private static bool IsTestSign(Token token) =>
        token.Kind == TokenKind.Sign && token.Text is "<" or "<=" or ">" or ">=" or "=" or "!=";

    private Node Test()
    {
        if (!IsTestSign(Current))
        {
            return Expression();
        }
        var sign = Take();
        return new SignTest(sign.Start, sign.Text, Operators(Adding));
    }

    private UnaryTests UnaryTests()
    {
        var at = Current.Start;
        if (TrySign("-"))
        {
            return Current.Kind == TokenKind.End ? new UnaryTests(at, [], false) : throw Unexpected("the end");
        }
        var negated = Current.IsWord("not") && Peek().IsSign("(");
        _next += negated ? 2 : 0;
        List<Node> tests = [Test()];
        while (TrySign(","))
        {
            tests.Add(Test());
        }
        if (negated)
        {
            Sign(")");
        }
        return new UnaryTests(at, tests, negated);
    }

    private Node Unary()
    {
        if (++_nested > MostNested)
        {
            throw new FeelSyntaxException(Current.Start, "Nested too deep: at most {0} levels", MostNested);
        }
        var sign = Current;
        var node = TrySign("-") ? new Negation(sign.Start, Unary()) : InstanceOf();
        _nested--;
        return node;
    }

    private Node InstanceOf()
    {
        var value = Postfix();
        while (Current.IsWord("instance") && Peek().IsWord("of"))
        {
            var at = Current.Start;
            _next += 2;
            value = new InstanceOf(at, value, Type());
        }
        return value;
    }
}
