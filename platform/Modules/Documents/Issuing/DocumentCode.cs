using System.Security.Cryptography;
using System.Text;
using Platform.Core.Keys;

namespace Platform.Modules.Documents.Issuing;

/// <summary>
/// The code by which anyone can check a document: 26 random characters of Crockford's base 32 (130 bits), printed in groups. It is a key, not a
/// name: neither it nor anything it could be worked out from is stored in clear, only its SHA-256.
/// </summary>
public static class DocumentCode
{
    private const int Length = 26;
    private const int Group = 5;
    private const int LongestTyped = 100;

    public static string Create() => RandomNumberGenerator.GetString(Crockford.Alphabet, Length);

    /// <summary>In groups of five, as printed.</summary>
    public static string Show(string code) => string.Join('-', code.Chunk(Group).Select(g => new string(g)));

    /// <summary>
    /// What a code is looked up by. Reads any case, spaces and hyphens, O as 0, I and L as 1. Whatever was typed gets a hash, so that
    /// what cannot be a code takes the same way as a wrong one.
    /// </summary>
    public static string Hash(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var plain = Crockford.Meant(typed[..Math.Min(typed.Length, LongestTyped)]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(plain)));
    }
}
