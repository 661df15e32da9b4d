using System.Globalization;
using Platform.Core.Feel.Nodes;

namespace Platform.Core.Feel.Syntax;

/// <summary>Values: literals, names, lists, ranges, contexts, and whatever stands in parentheses.</summary>
internal sealed partial class Parser
{
    private Node Primary() => Current.Kind switch
    {
        TokenKind.Number => Number(Take()),
        TokenKind.Text => new Literal(Current.Start, Take().Text),
        TokenKind.At => new AtLiteral(Current.Start, Take().Text),
        TokenKind.Word => Keyword() ?? Name(),
        _ => Bracketed(),
    };

    private static Literal Number(Token token) =>
        decimal.TryParse(token.Text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number)
            ? new Literal(token.Start, number)
            : new Literal(token.Start, null, "The number {0} has more digits before the point than 28", token.Text);

    private NameNode Name()
    {
        var start = Current;
        if (KnownName(_names) is { } known)
        {
            return new NameNode(start.Start, known);
        }
        if (Names.IsKeyword(start.Text))
        {
            throw Unexpected("an expression");
        }
        return new NameNode(start.Start, Take().Text);
    }

    private Node Bracketed()
    {
        var at = Current.Start;
        if (TrySign("("))
        {
            return Enclosed(() => Parenthesised(at));
        }
        if (TrySign("["))
        {
            return Enclosed(() => ListOrRange(at));
        }
        if (TrySign("]"))
        {
            return Enclosed(() => Range(at, false, Current.IsSign("..") ? null : Expression()));
        }
        return TrySign("{") ? Enclosed(() => Context(at)) : throw Unexpected("an expression");
    }

    private Node Parenthesised(int at)
    {
        var inner = Current.IsSign("..") ? null : Test();
        if (inner is null || Current.IsSign(".."))
        {
            return Range(at, false, inner);
        }
        Sign(")");
        return inner;
    }

    private Node ListOrRange(int at)
    {
        List<Node> items = [];
        if (TrySign("]"))
        {
            return new ListNode(at, items);
        }
        do
        {
            items.Add(Test());
        }
        while (TrySign(","));
        if (items.Count == 1 && Current.IsSign(".."))
        {
            return Range(at, true, items[0]);
        }
        Sign("]");
        return new ListNode(at, items);
    }

    // A bound left out, as in (..3], leaves that side without end.
    private RangeNode Range(int at, bool startIncluded, Node? start)
    {
        Sign("..");
        _inRange = true;
        var end = start is not null && Current is { Kind: TokenKind.Sign, Text: ")" or "[" } ? null : Expression();
        _inRange = false;
        if (Current.Kind != TokenKind.Sign || Current.Text is not ("]" or ")" or "["))
        {
            throw Unexpected("] or )");
        }
        return new RangeNode(at, startIncluded, start, end, Take().Text == "]");
    }

    private ContextNode Context(int at)
    {
        var names = new Names(_names);
        List<(string, Node)> entries = [];
        if (!TrySign("}"))
        {
            do
            {
                entries.Add(Entry(names));
            }
            while (TrySign(","));
            Sign("}");
        }
        return new ContextNode(at, entries);
    }

    private (string Key, Node Value) Entry(Names names)
    {
        var key = Current.Kind == TokenKind.Text ? Take().Text : NewName(_ => false);
        Sign(":");
        _members.Add(key);
        names.Add(key);
        return (key, Within(names, Expression));
    }
}
