using Platform.Core.Feel.Nodes;

namespace Platform.Core.Feel.Syntax;

/// <summary>
/// Reads an expression by the grammar of DMN 1.4, 10.3.1.2. This part keeps the place and the names in scope;
/// the others read operators, what follows a value, values, the forms with keywords, and types.
/// </summary>
internal sealed partial class Parser
{
    private const int MostNested = 200;
    private readonly List<Token> _tokens;
    private readonly Names _members;
    private Names _names;
    private int _next;
    private int _nested;
    private bool _inRange;

    /// <param name="names">Names of variables and functions in scope.</param>
    /// <param name="members">Names that may follow a dot.</param>
    private Parser(string text, Names names, Names members)
    {
        _tokens = Lexer.Read(text);
        _names = names;
        _members = members;
    }

    /// <exception cref="FeelSyntaxException">The text is no expression.</exception>
    public static Node Expression(string text, Names names, Names members) =>
        new Parser(text, names, members).Whole(p => p.Expression());

    /// <summary>The tests of a decision table's cell: <c>-</c>, <c>1, 2</c>, <c>not(&gt; 3)</c>.</summary>
    /// <exception cref="FeelSyntaxException">The text is no test.</exception>
    public static Node UnaryTests(string text, Names names, Names members) =>
        new Parser(text, names, members).Whole(p => p.UnaryTests());

    private Token Current => _tokens[_next];

    private Token Peek(int ahead = 1) => _tokens[Math.Min(_next + ahead, _tokens.Count - 1)];

    private Node Whole(Func<Parser, Node> read)
    {
        var node = read(this);
        return Current.Kind == TokenKind.End ? node : throw Unexpected("an operator or the end");
    }

    private Node Expression() => Operators(1);

    private Token Take() => _tokens[Current.Kind == TokenKind.End ? _next : _next++];

    private bool TrySign(string sign) => Try(Current.IsSign(sign));

    private bool TryWord(string word) => Try(Current.IsWord(word));

    private bool Try(bool here)
    {
        if (here)
        {
            _next++;
        }
        return here;
    }

    private void Sign(string sign)
    {
        if (!TrySign(sign))
        {
            throw Unexpected(sign);
        }
    }

    private void Word(string word)
    {
        if (!TryWord(word))
        {
            throw Unexpected(word);
        }
    }

    private FeelSyntaxException Unexpected(string expected) =>
        new(Current.Start, "Expected {0}, found {1}", expected, Current.Shown);

    /// <summary>Reads something within which more names are known.</summary>
    private T Within<T>(Names inner, Func<T> read)
    {
        var outer = _names;
        _names = inner;
        var result = read();
        _names = outer;
        return result;
    }

    /// <summary>The longest known name that starts here, taken; null if there is none.</summary>
    private string? KnownName(Names known)
    {
        var (name, length) = ((string?)null, 0);
        for (var count = 1; count <= known.Longest && Peek(count - 1).InName; count++)
        {
            if (Names.Join(Span(_next, count)) is var candidate && known.Contains(candidate))
            {
                (name, length) = (candidate, count);
            }
        }
        _next += length;
        return name;
    }

    /// <summary>A name being declared, which ends where <paramref name="ends"/> says.</summary>
    private string NewName(Func<Token, bool> ends)
    {
        var start = _next;
        while (Current.InName && (_next == start || !ends(Current)))
        {
            _next++;
        }
        if (_next == start || _tokens[start].Kind != TokenKind.Word)
        {
            throw Unexpected("a name");
        }
        return Names.Join(Span(start, _next - start));
    }

    private ReadOnlySpan<Token> Span(int start, int count) =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_tokens).Slice(start, Math.Min(count, _tokens.Count - start));
}
