using System.Security.Cryptography;
using Platform.Core.Keys;

namespace Platform.Modules.Sample;

/// <summary>
/// What stands on paper: six random characters of Crockford's base 32 and two that check them, modulo 1021 (the largest prime below 32²), so that
/// every single wrong character and every swap of two is noticed.
/// </summary>
public static class EntryNumber
{
    private const int Random = 6;
    private const int Modulus = 1021;

    public static string Create() => WithCheck(RandomNumberGenerator.GetString(Crockford.Alphabet, Random));

    /// <returns>Eight characters, or null where what was typed cannot be a number.</returns>
    public static string? Parse(string typed)
    {
        var meant = Crockford.Meant(typed);
        return meant.Length == Random + 2 && meant.All(c => Crockford.Alphabet.Contains(c, StringComparison.Ordinal)) && WithCheck(meant[..Random]) == meant ? meant : null;
    }

    private static string WithCheck(string random)
    {
        var rest = random.Aggregate(0, (sum, c) => ((sum * Crockford.Alphabet.Length) + Crockford.Alphabet.IndexOf(c, StringComparison.Ordinal)) % Modulus);
        return $"{random}{Crockford.Alphabet[rest / Crockford.Alphabet.Length]}{Crockford.Alphabet[rest % Crockford.Alphabet.Length]}";
    }
}
