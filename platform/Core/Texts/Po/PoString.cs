using System.Text;

namespace Platform.Core.Texts.Po;

/// <summary>A quoted string of a PO file, with C's escapes.</summary>
internal static class PoString
{
    private const string Letters = "ntrabfv\"\\";
    private const string Characters = "\n\t\r\a\b\f\v\"\\";

    /// <summary>Reads a line's rest, which must be one quoted string.</summary>
    /// <returns>Null with the reason in <paramref name="error"/>.</returns>
    public static string? Read(ReadOnlySpan<char> text, out string error)
    {
        text = text.Trim();
        if (text.Length < 2 || text[0] != '"' || text[^1] != '"')
        {
            error = "A text stands between double quotes: write one before it and one behind it.";
            return null;
        }

        return Unescape(text[1..^1], out error);
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

    private static string? Unescape(ReadOnlySpan<char> text, out string error)
    {
        var value = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"')
            {
                error = "A double quote inside a text is written \\\".";
                return null;
            }

            if (text[i] != '\\')
            {
                value.Append(text[i]);
                continue;
            }

            var at = ++i < text.Length ? Letters.IndexOf(text[i]) : -1;
            if (at < 0)
            {
                error = $"'\\{(i < text.Length ? text[i] : ' ')}' is no escape: write the character itself, or \\\\ for a backslash.";
                return null;
            }

            value.Append(Characters[at]);
        }

        error = "";
        return value.ToString();
    }
}
