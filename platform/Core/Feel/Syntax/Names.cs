using System.Text;

namespace Platform.Core.Feel.Syntax;

/// <summary>The names known at a place in an expression. FEEL names may hold spaces and signs, so only known names tell where one ends.</summary>
/// <param name="outer">The names of the surrounding place.</param>
/// <param name="also">More names known here: those an item of a filtered list may have.</param>
internal sealed class Names(Names? outer = null, Names? also = null)
{
    private static readonly HashSet<string> Keywords = new(
        ["if", "then", "else", "for", "in", "return", "some", "every", "satisfies", "and", "or", "between", "instance", "of", "function", "external", "true", "false", "null"],
        StringComparer.Ordinal);

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private int _longest = 1;

    /// <summary>Tokens of the longest known name.</summary>
    public int Longest => Math.Max(_longest, Math.Max(outer?.Longest ?? 1, also?.Longest ?? 1));

    public static bool IsKeyword(string word) => Keywords.Contains(word);

    /// <summary>Can be a key without quotes.</summary>
    public static bool IsPlain(string name)
    {
        if (name.Length == 0 || char.IsAsciiDigit(name[0]) || name.Any(c => !char.IsAsciiLetterOrDigit(c) && c != '_'))
        {
            return false;
        }
        return !IsKeyword(name);
    }

    public bool Contains(string name) => _names.Contains(name) || outer?.Contains(name) is true || also?.Contains(name) is true;

    public Names With(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            Add(name);
        }
        return this;
    }

    public void Add(string name)
    {
        if (_names.Add(name))
        {
            _longest = Math.Max(_longest, Words(name));
        }
    }

    /// <summary>Writes the parts of a name as they are compared: one space between words, none around signs.</summary>
    public static string Join(ReadOnlySpan<Token> parts)
    {
        if (parts.Length == 1)
        {
            return parts[0].Text;
        }
        var name = new StringBuilder();
        for (var i = 0; i < parts.Length; i++)
        {
            name.Append(i > 0 && parts[i].Kind != TokenKind.Sign && parts[i - 1].Kind != TokenKind.Sign ? " " : "").Append(parts[i].Text);
        }
        return name.ToString();
    }

    // Never less than its tokens: every sign may stand between two words.
    private static int Words(string name) => 1 + name.Count(c => c == ' ') + 2 * name.Count(c => "+-*/.'".Contains(c, StringComparison.Ordinal));
}
