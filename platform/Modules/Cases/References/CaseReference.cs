using System.Security.Cryptography;
using Platform.Core.Keys;

namespace Platform.Modules.Cases.References;

/// <summary>
/// What a person reads out on the phone: eight random characters of Crockford's base 32 (40 bits) and two check characters, shown as <c>4T7K-9QWD-2F</c>.
/// The check characters are the first eight read as a number, modulo 1021 (the largest prime below 32²): every single wrong character and
/// every swap of two characters is noticed.
/// </summary>
public static class CaseReference
{
    private const int Random = 8;
    private const int Check = 2;
    private const int Modulus = 1021;

    /// <returns>Ten characters, as stored.</returns>
    public static string Create() => WithCheck(RandomNumberGenerator.GetString(Crockford.Alphabet, Random));

    /// <summary>What was meant by what was typed: any case, spaces and hyphens, O for 0, I and L for 1.</summary>
    /// <returns>Ten characters, or null when it cannot be a reference.</returns>
    public static string? Parse(string? typed)
    {
        var plain = Crockford.Meant(typed ?? "");
        return plain.Length == Random + Check && plain.All(c => Crockford.Alphabet.Contains(c, StringComparison.Ordinal)) && WithCheck(plain[..Random]) == plain ? plain : null;
    }

    /// <param name="reference">Ten characters.</param>
    public static string Show(string reference) => $"{reference[..4]}-{reference[4..8]}-{reference[8..]}";

    private static string WithCheck(string random)
    {
        var rest = (int)(random.Aggregate(0L, (sum, c) => sum * Crockford.Alphabet.Length + Crockford.Alphabet.IndexOf(c, StringComparison.Ordinal)) % Modulus);
        return $"{random}{Crockford.Alphabet[rest / Crockford.Alphabet.Length]}{Crockford.Alphabet[rest % Crockford.Alphabet.Length]}";
    }
}
