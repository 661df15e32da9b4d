using System.Text;

namespace Platform.Core.Keys;

/// <summary>
/// Crockford's base 32, for whatever a person reads out or types from paper: no letters that look like digits; read in any case, with O as 0 and
/// I or L as 1, spaces and hyphens passed over. Source: https://www.crockford.com/base32.html.
/// </summary>
public static class Crockford
{
    /// <summary>The 32 characters by value.</summary>
    public const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>What was meant by what was typed; characters that are none of the 32 stay.</summary>
    public static string Meant(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return string.Concat(typed.ToUpperInvariant().Where(c => c != '-' && !char.IsWhiteSpace(c)).Select(c => c switch { 'O' => '0', 'I' or 'L' => '1', _ => c }));
    }

    /// <summary>Five bits a character, the last one filled with zeros.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        int buffer = 0, bits = 0;
        foreach (var value in bytes)
        {
            (buffer, bits) = ((buffer << 8) | value, bits + 8);
            for (; bits >= 5; bits -= 5)
            {
                text.Append(Alphabet[(buffer >> (bits - 5)) & 31]);
            }

            buffer &= 31;
        }

        return (bits == 0 ? text : text.Append(Alphabet[(buffer << (5 - bits)) & 31])).ToString();
    }

    /// <summary>Whole bytes only; null for a character that is none of the 32.</summary>
    public static byte[]? Decode(string text)
    {
        var bytes = new List<byte>();
        int buffer = 0, bits = 0;
        foreach (var letter in Meant(text))
        {
            var value = Alphabet.IndexOf(letter, StringComparison.Ordinal);
            if (value < 0)
            {
                return null;
            }

            (buffer, bits) = (((buffer << 5) | value) & 0xfff, bits + 5);
            if (bits >= 8)
            {
                bytes.Add((byte)(buffer >> (bits - 8)));
                bits -= 8;
            }
        }

        return [.. bytes];
    }
}
