using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;

namespace Platform.Core.Feel.Functions;

/// <summary>
/// Regular expressions as XPath 3.1 writes them, turned into .NET's. Patterns without back references run without backtracking,
/// so in time linear in the text; the others stop after a quarter of a second.
/// </summary>
internal sealed class XPathPattern
{
    private const int MostCached = 500;
    private const int Longest = 5_000;
    private static readonly TimeSpan Slowest = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan SlowestLinear = TimeSpan.FromSeconds(2);
    private static readonly ConcurrentDictionary<(string Pattern, string Flags), Regex?> Cache = new();

    private readonly string _pattern;
    private readonly string _flags;
    private readonly StringBuilder _net = new();
    private int _at;
    private int _groups;
    private bool _refersBack;

    private XPathPattern(string pattern, string flags) =>
        (_pattern, _flags) = (flags.Contains('x', StringComparison.Ordinal) ? WithoutSpace(pattern) : pattern, flags);

    /// <returns>Null when it is no XPath pattern, or the flags are none of s, m, i, x.</returns>
    public static Regex? Compile(string pattern, string flags)
    {
        if (Cache.TryGetValue((pattern, flags), out var known))
        {
            return known;
        }
        var regex = flags.All("smix".Contains) && pattern.Length <= Longest ? new XPathPattern(pattern, flags).Compile() : null;
        if (Cache.Count < MostCached)
        {
            Cache[(pattern, flags)] = regex;
        }
        return regex;
    }

    private Regex? Compile()
    {
        try
        {
            while (_at < _pattern.Length)
            {
                Outside();
            }
            return Build();
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException or FormatException)
        {
            return null;
        }
    }

    private Regex Build()
    {
        var options = RegexOptions.CultureInvariant
            | (_flags.Contains('s', StringComparison.Ordinal) ? RegexOptions.Singleline : 0)
            | (_flags.Contains('m', StringComparison.Ordinal) ? RegexOptions.Multiline : 0)
            | (_flags.Contains('i', StringComparison.Ordinal) ? RegexOptions.IgnoreCase : 0);
        return new Regex(_net.ToString(), options | (_refersBack ? 0 : RegexOptions.NonBacktracking), _refersBack ? Slowest : SlowestLinear);
    }

    private char Current => _at < _pattern.Length ? _pattern[_at] : throw new FormatException();

    private void Outside()
    {
        var c = _pattern[_at++];
        if (c == '\\')
        {
            Escape(false);
        }
        else if (c == '[')
        {
            Class();
        }
        else if (c == '(')
        {
            Group();
        }
        else if (c == '$' && !_flags.Contains('m', StringComparison.Ordinal))
        {
            _net.Append(@"\z");
        }
        else if (c == '.' && !_flags.Contains('s', StringComparison.Ordinal))
        {
            _net.Append(@"[^\n\r]");
        }
        else if (c == '{')
        {
            Count();
        }
        else
        {
            _net.Append(c is ']' or '}' ? throw new FormatException() : c);
        }
    }

    // Flag x: space outside of classes does not count, not even between a backslash and its letter.
    private static string WithoutSpace(string pattern)
    {
        var (kept, classes, escaped) = (new StringBuilder(), 0, false);
        foreach (var c in pattern.Where(c => classes > 0 || !char.IsWhiteSpace(c)))
        {
            classes += escaped ? 0 : c == '[' ? 1 : c == ']' ? -1 : 0;
            escaped = c == '\\' && !escaped;
            kept.Append(c);
        }
        return kept.ToString();
    }

    // .NET takes {,3} for a text; XPath does not know it.
    private void Count()
    {
        var end = _pattern.IndexOf('}', _at);
        var digits = end < 0 ? "" : _pattern[_at..end];
        if (digits.Length == 0 || !char.IsAsciiDigit(digits[0]) || digits.Count(c => c == ',') > 1 || !digits.All(c => c == ',' || char.IsAsciiDigit(c)))
        {
            throw new FormatException();
        }
        _net.Append('{').Append(digits).Append('}');
        _at = end + 1;
    }

    private void Group()
    {
        _net.Append('(');
        if (Current != '?')
        {
            _groups++;
        }
        else if (string.CompareOrdinal(_pattern, _at, "?:", 0, 2) != 0)
        {
            throw new FormatException();
        }
    }

    private void Class()
    {
        _net.Append('[');
        if (Current == '^')
        {
            _net.Append(_pattern[_at++]);
        }
        if (Current == ']')
        {
            throw new FormatException();
        }
        while (Current != ']')
        {
            Inside();
        }
        _net.Append(_pattern[_at++]);
    }

    private void Inside()
    {
        var c = _pattern[_at++];
        if (c == '\\')
        {
            Escape(true);
        }
        else if (c == '-' && Current == '[')
        {
            _net.Append('-');
            _at++;
            Class();
        }
        else
        {
            _net.Append(c == '[' ? throw new FormatException() : c);
        }
    }

    // What .NET would read otherwise, or not at all in XPath, is refused.
    private void Escape(bool inClass)
    {
        var c = Current;
        _at++;
        if (@"nrt\|.?*+(){}-[]^$sSdDwWpP".Contains(c, StringComparison.Ordinal))
        {
            _net.Append('\\').Append(c);
        }
        else if (c is 'i' or 'c' or 'I' or 'C')
        {
            _net.Append(NameCharacters(c, inClass));
        }
        else if (c is >= '1' and <= '9' && !inClass && c - '0' <= _groups)
        {
            _refersBack = true;
            _net.Append("(?:\\").Append(c).Append(')');
        }
        else
        {
            throw new FormatException();
        }
    }

    private static string NameCharacters(char kind, bool inClass)
    {
        if (inClass && char.IsUpper(kind))
        {
            throw new FormatException();
        }
        var characters = char.ToLowerInvariant(kind) == 'i' ? @"\p{L}_:" : @"\p{L}\p{M}\p{Nd}_:.\-";
        return inClass ? characters : $"[{(char.IsUpper(kind) ? "^" : "")}{characters}]";
    }
}
