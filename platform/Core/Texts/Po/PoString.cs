using System.Globalization;
using System.Text;

namespace Platform.Core.Texts.Po;

/// <summary>A quoted string of a PO file, with C's escapes.</summary>
internal static class PoString
{
    private const string Letters = "ntrabfv\"\\";
    private const string Characters = "\n\t\r\a\b\f\v\"\\";

    /// <summary>Takes the quoted string a row begins with, and leaves what follows.</summary>
    /// <returns>Null with the reason in <paramref name="error"/>.</returns>
    public static string? Take(ref ReadOnlySpan<char> row, out string error)
    {
        var end = row is ['"', ..] ? End(row) : -1;
        if (end < 0)
        {
            error = "A text stands between double quotes: write one before it and one behind it.";
            return null;
        }

        var inside = row[1..end];
        var rest = row[(end + 1)..];
        if (rest.Length > 0 && rest[0] != '"' && !char.IsWhiteSpace(rest[0]))
        {
            error = "A double quote inside a text is written \\\".";
            return null;
        }

        row = rest.TrimStart();
        return Unescape(inside, out error);
    }

    public static string Quote(string value)
    {
        var quoted = new StringBuilder(value.Length + 2).Append('"');
        foreach (var c in value)
        {
            var at = Characters.IndexOf(c);
            _ = at < 0 ? quoted.Append(c) : quoted.Append('\\').Append(Letters[at]);
        }

        return quoted.Append('"').ToString();
    }

    private static int End(ReadOnlySpan<char> row)
    {
        for (var i = 1; i < row.Length; i++)
        {
            if (row[i] == '"')
            {
                return i;
            }

            i += row[i] == '\\' ? 1 : 0;
        }

        return -1;
    }

    private static string? Unescape(ReadOnlySpan<char> text, out string error)
    {
        var value = new StringBuilder(text.Length);
        while (text.Length > 0)
        {
            if (text[0] != '\\')
            {
                value.Append(text[0]);
                text = text[1..];
            }
            else if (IsNumber(text))
            {
                value.Append(Numbers(ref text));
            }
            else if (text.Length > 1 && Letters.IndexOf(text[1]) is var at and >= 0)
            {
                value.Append(Characters[at]);
                text = text[2..];
            }
            else
            {
                error = $"'\\{(text.Length > 1 ? text[1] : ' ')}' is no escape: write the character itself, or \\\\ for a backslash.";
                return null;
            }
        }

        error = "";
        return value.ToString();
    }

    private static bool IsNumber(ReadOnlySpan<char> text) => text is ['\\', >= '0' and <= '7', ..] || (text is ['\\', 'x', var digit, ..] && char.IsAsciiHexDigit(digit));

    // Numbers are the bytes of UTF-8: several in a row may make one character.
    private static string Numbers(ref ReadOnlySpan<char> text)
    {
        var bytes = new List<byte>();
        while (IsNumber(text))
        {
            var hex = text[1] == 'x';
            var digits = text[(hex ? 2 : 1)..];
            var end = digits.IndexOfAnyExcept(hex ? "0123456789abcdefABCDEF" : "01234567");
            var length = Math.Min(end < 0 ? digits.Length : end, hex ? 2 : 3);
            bytes.Add((byte)(hex ? int.Parse(digits[..length], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : Octal(digits[..length])));
            text = digits[length..];
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    private static int Octal(ReadOnlySpan<char> digits)
    {
        var value = 0;
        foreach (var digit in digits)
        {
            value = (value * 8) + (digit - '0');
        }

        return value;
    }
}
