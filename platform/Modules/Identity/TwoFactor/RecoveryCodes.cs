using System.Security.Cryptography;
using System.Text;

namespace Platform.Modules.Identity.TwoFactor;

/// <summary>Codes on paper for the day the telephone is lost; each works once. Only hashes are stored: with 64 random bits they need no slow one.</summary>
internal static class RecoveryCodes
{
    private const string Letters = "23456789abcdefghjkmnpqrstvwxyz";
    private const int Count = 10;

    public static IReadOnlyList<string> New() =>
        [.. Enumerable.Range(0, Count).Select(_ => string.Join('-', RandomNumberGenerator.GetString(Letters, 15).Chunk(5).Select(group => new string(group))))];

    /// <summary>In any case and with any spaces and hyphens.</summary>
    public static string Hash(string code) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(code.ToLowerInvariant().Where(char.IsLetterOrDigit)))));
}
