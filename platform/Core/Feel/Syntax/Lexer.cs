using System.Globalization;
using System.Text;

namespace Platform.Core.Feel.Syntax;

/// <summary>Cuts an expression into words, numbers, texts and signs (DMN 1.4, 10.3.1.2, rules 22 to 37).</summary>
internal sealed class Lexer(string text)
{
    private static readonly string[] LongSigns = ["**", "..", "->", "<=", ">=", "!="];
    private int _at;

    public static List<Token> Read(string text)
    {
        var lexer = new Lexer(text);
        List<Token> tokens = [];
        do
        {
            tokens.Add(lexer.Next());
        }
        while (tokens[^1].Kind != TokenKind.End);
        return tokens;
    }

    private char Current => Peek(0);

    private char Peek(int ahead) => _at + ahead < text.Length ? text[_at + ahead] : '\0';

    private Token Next()
    {
        SkipSpace();
        var start = _at;
        if (_at >= text.Length)
        {
            return new(TokenKind.End, "", start);
        }
        if (char.IsAsciiDigit(Current) || (Current == '.' && char.IsAsciiDigit(Peek(1))))
        {
            return new(TokenKind.Number, Number(), start);
        }
        if (Current == '"')
        {
            return new(TokenKind.Text, Quoted(), start);
        }
        if (Current == '@' && Peek(1) == '"')
        {
            return new(TokenKind.At, AtLiteral(), start);
        }
        return NameStart(_at) ? new(TokenKind.Word, Word(), start) : new(TokenKind.Sign, Sign(), start);
    }

    private void SkipSpace()
    {
        while (_at < text.Length)
        {
            if (char.IsWhiteSpace(Current) || Current is '\uFEFF' or '\u180E' or '\u200B')
            {
                _at++;
            }
            else if (Current == '/' && Peek(1) == '/')
            {
                SkipTo("\n", _at);
            }
            else if (Current == '/' && Peek(1) == '*')
            {
                SkipTo("*/", _at + 2);
            }
            else
            {
                return;
            }
        }
    }

    private void SkipTo(string end, int from)
    {
        var found = text.IndexOf(end, from, StringComparison.Ordinal);
        if (found < 0 && end == "*/")
        {
            throw new FeelSyntaxException(_at, "This comment has no end; expected {0}", end);
        }
        _at = found < 0 ? text.Length : found + end.Length;
    }

    private string Number()
    {
        var start = _at;
        Digits();
        if (Current == '.' && char.IsAsciiDigit(Peek(1)))
        {
            _at++;
            Digits();
        }
        var sign = Peek(1) is '+' or '-' ? 1 : 0;
        if (Current is 'e' or 'E' && char.IsAsciiDigit(Peek(1 + sign)))
        {
            _at += 1 + sign;
            Digits();
        }
        return text[start.._at];
    }

    private void Digits()
    {
        while (char.IsAsciiDigit(Current))
        {
            _at++;
        }
    }

    private string AtLiteral()
    {
        _at++;
        return Quoted();
    }

    private string Quoted()
    {
        var start = _at++;
        var value = new StringBuilder();
        while (Current != '"')
        {
            if (_at >= text.Length)
            {
                throw new FeelSyntaxException(start, "This text has no end; expected {0}", '"');
            }
            if (Current == '\\')
            {
                Escape(value);
            }
            else
            {
                value.Append(text[_at++]);
            }
        }
        _at++;
        return value.ToString();
    }

    // What is no escape stays as written, so that patterns such as "\d+" need no doubled backslash.
    private void Escape(StringBuilder value)
    {
        if (Peek(1) is 'u' or 'U' && Hex(Peek(1) == 'u' ? 4 : 6) is { } code)
        {
            value.Append(code);
            return;
        }
        var known = "nrt'\"\\".IndexOf(Peek(1), StringComparison.Ordinal);
        value.Append(known < 0 ? '\\' : "\n\r\t'\"\\"[known]);
        _at += known < 0 ? 1 : 2;
    }

    private string? Hex(int digits)
    {
        // \uXXXX is also written with a capital U.
        foreach (var count in digits == 6 ? new[] { 6, 4 } : [4])
        {
            if (_at + 2 + count <= text.Length && int.TryParse(text.AsSpan(_at + 2, count), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) && code <= 0x10FFFF)
            {
                _at += 2 + count;
                return code <= 0xFFFF ? ((char)code).ToString() : char.ConvertFromUtf32(code);
            }
        }
        return null;
    }

    private string Word()
    {
        var start = _at;
        while (_at < text.Length && (NameStart(_at) || NamePart(text[_at])))
        {
            _at += char.IsHighSurrogate(text[_at]) && _at + 1 < text.Length ? 2 : 1;
        }
        return text[start.._at];
    }

    private string Sign()
    {
        var sign = Array.Find(LongSigns, s => string.CompareOrdinal(text, _at, s, 0, s.Length) == 0) ?? text.Substring(_at, 1);
        if (!"+-*/()[]{},:.<>=!'".Contains(sign[0], StringComparison.Ordinal))
        {
            throw new FeelSyntaxException(_at, "{0} is no part of an expression", sign);
        }
        _at += sign.Length;
        return sign;
    }

    private bool NameStart(int at) => text[at] is '?' or '_' or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '\u00C0' and not '\u00D7' and not '\u00F7' and not '\u180E' and < '\u2000')
        or '\u200C' or '\u200D' or (>= '\u2070' and <= '\u218F') or (>= '\u2C00' and <= '\u2FEF') or (>= '\u3001' and not '\uFEFF' and <= '\uFFFD');

    private static bool NamePart(char c) => char.IsAsciiDigit(c) || c is '\u00B7' or '\u203F' or '\u2040';
}
